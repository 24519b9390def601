// Before the first paint: the theme that this browser chose, so that dark does not flash white.
(function () {
  var chosen = null;
  try {
    chosen = JSON.parse(localStorage.getItem('tarn.theme'));
  } catch {
    // no storage, no choice
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
