// node finding.js SCRIPTS DATA < queries: the ids that each query finds, as the site's own scripts answer it.
const fs = require("fs"), path = require("path"), vm = require("vm");

const [, , scripts, data] = process.argv;
const gongshi = {}, window = { gongshi }, contents = {};
const context = vm.createContext({ window, gongshi });
const run = (folder, name) => vm.runInContext(fs.readFileSync(path.join(folder, name + ".js"), "utf8"), context);
gongshi.take = (name, content) => { contents[name] = content; };
gongshi.load = async (name) => {
  if (contents[name] === undefined) run(data, name);
  return contents[name];
};
gongshi.pause = async () => {};
for (const name of ["norm", "columns", "sound", "hints", "shard", "counting", "query"]) run(scripts, name);

(async () => {
  const found = {}, register = new gongshi.Register(await gongshi.load("index"));
  for (const query of JSON.parse(fs.readFileSync(0, "utf8"))) {
    const answer = await register.answer({ words: gongshi.words(query), chosen: {}, sort: "relevance" }, () => true);
    found[query] = register.rows(answer, 0, answer.total - answer.sounding).map((row) => row.id);
  }
  process.stdout.write(JSON.stringify(found));
})();
