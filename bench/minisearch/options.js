/* How MiniSearch reads the texts, the same when the index is made and when it is asked. */
"use strict";

const OPTIONS = {
  fields: ["title", "number", "text"],
  storeFields: ["title", "number", "date", "court"],
  searchOptions: { combineWith: "AND", boost: { number: 10, title: 5 } },
};

if (typeof module !== "undefined") module.exports = { OPTIONS };
