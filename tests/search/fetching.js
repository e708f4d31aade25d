// node fetching.js SCRIPTS DATA SORT < queries: the bytes of the data files that each query fetches at most.
//
// The site's own scripts decide what to fetch; the rows themselves are not read, but every shard is taken to
// have some that are shown, so that its amounts are fetched, too.
const fs = require("fs"), path = require("path"), vm = require("vm"), zlib = require("zlib");

const [, , scripts, data, sort] = process.argv;
const READ = /^(index|pairs|names|sounds|entries)/;
const gongshi = {}, window = { gongshi };
const context = vm.createContext({ window, gongshi });
const run = (folder, name) => vm.runInContext(fs.readFileSync(path.join(folder, name + ".js"), "utf8"), context);

const sizes = {}, contents = {};
for (const file of fs.readdirSync(data)) {
  const name = file.replace(/\.js$/, "");
  sizes[name] = zlib.gzipSync(fs.readFileSync(path.join(data, file)), { level: 6 }).length;
}
let fetched = {};
const known = { names: null };
gongshi.take = (name, content) => { contents[name] = content; };
gongshi.load = async (name) => {
  fetched[name] = sizes[name];
  if (!READ.test(name)) return "";
  if (!contents[name]) run(data, name);
  return contents[name];
};
gongshi.pause = async () => {};
for (const name of ["norm", "columns", "sound", "hints", "counting"]) run(scripts, name);
gongshi.Shard = class { constructor() { this.has = {}; } add() {} own() { return []; } named() { return []; } };
gongshi.Shard.prototype.operators = [];
gongshi.counting.take = (answer, shard, number) => {
  answer.total++;
  answer.keys.push(number * answer.size);
};
run(scripts, "query");

async function bytes(query) {
  fetched = {};
  const index = await gongshi.load("index"), register = new gongshi.Register(index);
  register.names = known.names;
  const answer = await register.answer({ words: gongshi.words(query), chosen: {}, sort }, () => true);
  known.names = register.names;
  await register.worth(answer, 0, 20, sort);
  return Object.values(fetched).reduce((sum, each) => sum + each, sizes[index.guides]);
}

(async () => {
  const found = {};
  for (const query of JSON.parse(fs.readFileSync(0, "utf8"))) found[query] = await bytes(query);
  process.stdout.write(JSON.stringify(found));
})();
