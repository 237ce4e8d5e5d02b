/* Writes the file of a case. caselawFile(fields, body) takes fields as [name, value] pairs; a value is {word}, {text},
   {block}, a list of values, or {fields}. A text stands in quotation marks as in JSON, which YAML reads the same
   way: no sign that anybody types means anything else. */
(() => {
  "use strict";

  // What the library refuses: controls, letters without width, changes of direction, halves of letters.
  const REFUSED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  const PLAIN = /^[A-Za-z0-9][A-Za-z0-9./-]*(?: [A-Za-z0-9.]+)*$/;
  const WIDTH = 100;

  const clean = (text) => text.replace(/\r\n?/g, "\n").replace(REFUSED, "");
  const oneLine = (text) => clean(text).replace(/\s+/g, " ").trim();

  function scalar(value) {
    if (value.text !== undefined) return JSON.stringify(oneLine(value.text));
    return PLAIN.test(value.word) ? value.word : JSON.stringify(oneLine(value.word));
  }

  function wrapped(text, indent) {
    const lines = [];
    let line = "";
    for (const word of oneLine(text).split(" ")) {
      if (line && line.length + word.length >= WIDTH) {
        lines.push(indent + line);
        line = word;
      } else {
        line = line ? `${line} ${word}` : word;
      }
    }
    return [...lines, indent + line];
  }

  function item(value, indent) {
    if (!value.fields) return [`${indent}- ${scalar(value)}`];
    const [first, ...rest] = lines(value.fields, `${indent}  `);
    return [`${indent}- ${first.slice(indent.length + 2)}`, ...rest];
  }

  function field([name, value], indent) {
    if (value.block !== undefined) return [`${indent}${name}: >-`, ...wrapped(value.block, `${indent}  `)];
    if (value.fields) return [`${indent}${name}:`, ...lines(value.fields, `${indent}  `)];
    if (!Array.isArray(value)) return [`${indent}${name}: ${scalar(value)}`];
    if (value.every((one) => one.word !== undefined && PLAIN.test(one.word))) {
      return [`${indent}${name}: [${value.map(scalar).join(", ")}]`];
    }
    return [`${indent}${name}:`, ...value.flatMap((one) => item(one, `${indent}  `))];
  }

  function lines(fields, indent) {
    return fields.flatMap((one) => field(one, indent));
  }

  window.caselawFile = (fields, body) => {
    const text = clean(body).replace(/[^\S\n]+$/gm, "").trim();
    return ["---", ...lines(fields, ""), "---", text, ""].join("\n");
  };
})();
