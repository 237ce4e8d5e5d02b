/* Makes the index of MiniSearch from texts, wrapped into a script: node build.js MINISEARCH TEXTS SCRIPT. */
"use strict";

const fs = require("node:fs");
const [library, texts, script] = process.argv.slice(2);
const MiniSearch = require(library);
const { OPTIONS } = require("./options.js");

const index = new MiniSearch(OPTIONS);
index.addAll(JSON.parse(fs.readFileSync(texts, "utf8")));
// A text in quotes is read faster than an object of the same content, and JSON.parse does the rest.
const quoted = JSON.stringify(index).replace(/[\\']/g, "\\$&");
fs.writeFileSync(script, `receiveIndex('${quoted}');\n`);
