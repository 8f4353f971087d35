// The theme's search dialog has no name of its own; a screen reader needs one. Everything else works without this.
document.querySelectorAll(".md-search[role=dialog]").forEach(function (dialog) {
  // The field inside has one, in the site's language.
  var field = dialog.querySelector(".md-search__input");
  dialog.setAttribute("aria-label", (field && field.getAttribute("aria-label")) || "Search");
});
