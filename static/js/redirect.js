// An old address of a case leads to the new one; this keeps the paragraph (#p12) of an old reference, which the page's
// own redirection would lose.
"use strict";
location.replace(document.getElementById("redirect-target").href + location.hash);
