// Renders the same courses with carbone: reads how many, answers with the milliseconds of CPU.
// usage: node carbone.js FOLDER_WITH_NODE_MODULES TEMPLATE.docx COURSES.json
const path = require("path");
const readline = require("readline");
const [, , home, template, data] = process.argv;
const carbone = require(path.join(home, "node_modules", "carbone"));
const courses = require(data);

const render = (course) =>
  new Promise((done, failed) =>
    carbone.render(template, course, (error, result) => (error ? failed(error) : done(result))));

readline.createInterface({ input: process.stdin }).on("line", async (line) => {
  let size = 0;
  const before = process.cpuUsage();
  for (let number = 0; number < Number(line); number++) {
    size = (await render(courses[number % courses.length])).length;
  }
  const used = process.cpuUsage(before);
  console.log(`${(used.user + used.system) / 1000} ${size}`);
});
