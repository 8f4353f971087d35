// The theme's search dialog has no name of its own; a screen reader needs one. Everything else works without this.
document.querySelectorAll(".md-search[role=dialog]").forEach(function (dialog) {
  dialog.setAttribute("aria-label", "Search");
});
