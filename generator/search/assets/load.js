/** Fetches the data files as scripts, so that they also come from a folder and under a strict policy. */
(function (gongshi) {
  "use strict";

  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  /** The site's root. */
  gongshi.root = new URL("../../../", here).href;
  const data = new URL("data/", here).href;
  /** @type {Object<string, Promise<any>>} */
  const asked = {};
  /** @type {Object<string, any>} */
  const taken = {};

  /**
   * Called by every data file.
   * @param {string} name
   * @param {any} content
   */
  gongshi.take = function (name, content) {
    taken[name] = content;
  };

  /**
   * The content of a data file, fetched once.
   * @param {string} file its name without `.js`
   * @returns {Promise<any>}
   */
  gongshi.load = function (file) {
    if (!asked[file]) {
      asked[file] = new Promise(function (done, failed) {
        if (taken[file] !== undefined) {
          done(taken[file]);
          return;
        }
        const script = document.createElement("script");
        script.src = data + file + ".js";
        script.onload = function () {
          const content = taken[file];
          delete taken[file];
          if (content === undefined) failed(new Error(file));
          else done(content);
        };
        script.onerror = function () {
          delete asked[file];
          failed(new Error(file));
        };
        document.head.appendChild(script);
      });
    }
    return asked[file];
  };

  /** Lets the browser answer its user before the next piece of work. */
  gongshi.pause = function () {
    return new Promise(function (done) {
      const channel = new MessageChannel();
      channel.port1.onmessage = function () {
        channel.port1.close();
        done(undefined);
      };
      channel.port2.postMessage(0);
    });
  };

  /** @returns {Promise<any>} the list of what there is to load, with the words of the facets */
  gongshi.index = function () {
    return gongshi.load("index");
  };
})((window.gongshi = window.gongshi || /** @type {Gongshi} */ ({})));
