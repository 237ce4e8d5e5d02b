/* What looks like personal data: caselawPersonal(text) gives the kinds found. It is a first warning while somebody
   types; `build.py check` looks more closely, and neither replaces a reviewer. */
(() => {
  "use strict";

  const ROLE =
    /(?:[Vv]ictims?|[Ii]njured (?:party|parties)|[Vv]iktim\p{L}*|[Dd]ëmtuar\p{L}*|[Oo]šteć\p{L}*|[Žž]rtv\p{L}*|[Жж]ртв\p{L}*|[Оо]штећ\p{L}*)/u;
  const NAME = /\p{Lu}\p{Ll}[\p{L}'’-]*\s+(?:\p{Lu}\.\s*)?\p{Lu}\p{Ll}[\p{L}'’-]*/u;
  const BEGIN = /(?<![\p{L}\d./:=_-])/u.source;
  const END = /(?![\p{L}\d/_-])/u.source;
  const whole = (pattern) => new RegExp(BEGIN + pattern.source + END, "u");

  const KINDS = {
    number: whole(/(?:\d{13}|\d{10})/u),
    phone: whole(/(?:(?:\+|00)(?:383|381|382|386|377|355|389)(?:[\s()./-]*\d){7,9}|0[3-6]\d[\s/-]\d{3}[\s./-]?\d{3,4})/u),
    mail: /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/u,
    account: whole(/[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?/u),
    name: whole(new RegExp(`${ROLE.source},?\\s+(?:\\p{Ll}{1,12}\\s+)?[(„“"]?${NAME.source}`, "u")),
  };

  window.caselawPersonal = (text) => Object.keys(KINDS).filter((kind) => KINDS[kind].test(text));
})();
