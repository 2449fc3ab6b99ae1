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

  // Nothing that somebody is typing in is fetched anew beneath his hands.
  document.addEventListener('htmx:beforeRequest', (event) => {
    if (event.target.matches('[data-refresh]') && event.target.contains(document.activeElement)) {
      event.preventDefault();
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

  // Countdowns to data-until by the server's clock (data-now). At zero what they stand in is
  // fetched anew: the nearest [data-refresh], by its id.
  const two = (number) => String(number).padStart(2, '0');
  const remaining = (millis, days) => {
    const s = Math.max(0, Math.ceil(millis / 1000));
    const clock = `${two(Math.floor((s % 86400) / 3600))}:${two(Math.floor((s % 3600) / 60))}:${two(s % 60)}`;
    return s < 86400 ? clock : `${Math.floor(s / 86400)} ${days} ${clock}`;
  };
  const tick = () => {
    document.querySelectorAll('[data-until]').forEach((face) => {
      if (face.skew === undefined) face.skew = Number(face.dataset.now) - Date.now();
      const rest = Number(face.dataset.until) - Date.now() - face.skew;
      face.textContent = remaining(rest, face.dataset.days);
      const around = face.closest('[data-refresh]');
      if (rest <= 0 && around && !around.fetching) {
        around.fetching = true;
        setTimeout(() => window.htmx.ajax('GET', location.href, { target: `#${around.id}`, select: `#${around.id}`, swap: 'outerHTML' }), 1000);
      }
    });
  };
  // Also for those that a later part of the page brings.
  tick();
  setInterval(tick, 1000);

  // Whole rows are clickable where the first link of the row leads.
  document.addEventListener('click', (event) => {
    const row = event.target.closest('tr[data-row]');
    if (row && !event.target.closest('a,button,input,label,summary,form') && !String(getSelection())) {
      const link = row.querySelector('a[href]');
      if (link) link.click();
    }
  });
})();
