// Writes on paper when it was printed.
addEventListener("beforeprint", () => {
  document.getElementById("afdruk-datum").textContent = "Afgedrukt op " + new Date().toLocaleDateString("nl", { dateStyle: "long" });
});
