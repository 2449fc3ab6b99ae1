// Theme switch, CSRF for htmx, confirm dialogs, forms that cannot be sent twice.
(function () {
  document.addEventListener('click', (event) => {
    if (event.target.closest('.kit-theme')) {
      const root = document.documentElement;
      const next = root.getAttribute('data-bs-theme') === 'dark' ? 'light' : 'dark';
      root.setAttribute('data-bs-theme', next);
      document.cookie = `theme=${next}; path=/; max-age=31536000; samesite=lax`;
      document.dispatchEvent(new CustomEvent('kit:theme', { detail: next }));
    }
  });

  // A form with data-csrf of the page; htmx requests that write take it from the body.
  document.addEventListener('htmx:configRequest', (event) => {
    const { csrfHeader, csrfToken } = document.body.dataset;
    if (csrfHeader && event.detail.verb !== 'get') {
      event.detail.headers[csrfHeader] = csrfToken;
    }
  });

  // Filter forms: empty fields stay out of the URL.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method === 'get' && form.hasAttribute('data-filter')) {
      form.querySelectorAll('input,select').forEach((field) => {
        field.disabled = field.value === '';
      });
      addEventListener('pageshow', () => form.querySelectorAll('input,select').forEach((f) => (f.disabled = false)));
      return;
    }
    if (form.method === 'post') {
      if (form.dataset.sent) {
        event.preventDefault();
        return;
      }
      form.dataset.sent = '1';
      const button = event.submitter;
      if (button) {
        setTimeout(() => button.classList.add('btn-loading'));
      }
    }
  });
  addEventListener('pageshow', () => {
    document.querySelectorAll('form[data-sent]').forEach((form) => {
      delete form.dataset.sent;
      form.querySelectorAll('.btn-loading').forEach((b) => b.classList.remove('btn-loading'));
    });
  });

  // Selects of a filter form apply at once.
  document.addEventListener('change', (event) => {
    const form = event.target.closest('form[data-filter]');
    if (form && event.target.matches('select,input[type=date],input[type=checkbox]')) {
      form.requestSubmit();
    }
  });

  // Whole rows are clickable where the first link of the row leads.
  document.addEventListener('click', (event) => {
    const row = event.target.closest('tr[data-row]');
    if (row && !event.target.closest('a,button,input,label,summary,form') && !String(getSelection())) {
      const link = row.querySelector('a[href]');
      if (link) link.click();
    }
  });
})();
