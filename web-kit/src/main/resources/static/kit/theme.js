// Before the first paint: the chosen theme, else the system's.
(function () {
  const chosen = document.cookie.match(/(?:^|; )theme=(light|dark)/);
  const dark = chosen ? chosen[1] === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.setAttribute('data-bs-theme', dark ? 'dark' : 'light');
})();
