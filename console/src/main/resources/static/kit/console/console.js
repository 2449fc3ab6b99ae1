// Process diagrams and the document viewer. Both libraries are loaded only where a page needs them.
(function () {
  const lib = '/kit/lib/';

  function script(src) {
    return new Promise((resolve, reject) => {
      const tag = document.createElement('script');
      tag.src = src;
      tag.onload = resolve;
      tag.onerror = () => reject(new Error('Cannot load ' + src));
      document.head.append(tag);
    });
  }

  function style(href) {
    const tag = document.createElement('link');
    tag.rel = 'stylesheet';
    tag.href = href;
    document.head.append(tag);
  }

  function fail(box, error) {
    const note = document.createElement('p');
    note.className = 'text-red p-3';
    note.setAttribute('role', 'alert');
    note.textContent = String(error.message || error);
    box.replaceChildren(note);
  }

  async function diagrams() {
    const boxes = document.querySelectorAll('.console-diagram[data-src]');
    if (!boxes.length) return;
    style(lib + 'bpmn-js/dist/assets/diagram-js.css');
    style(lib + 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css');
    await script(lib + 'bpmn-js/dist/bpmn-navigated-viewer.production.min.js');
    boxes.forEach((box) => draw(box).catch((error) => fail(box, error)));
  }

  // Values over time, one every quarter of an hour; the three of a page show the same moment.
  async function curves() {
    const boxes = [...document.querySelectorAll('.console-curve[data-values]')];
    if (!boxes.length) return;
    await script(lib + 'echarts/echarts.simple.min.js');
    const charts = boxes.map((box) => {
      const chart = echarts.init(box);
      const drawCurve = () => chart.setOption(curve(box), true);
      drawCurve();
      new ResizeObserver(() => chart.resize()).observe(box);
      new MutationObserver(drawCurve).observe(document.documentElement, { attributeFilter: ['data-bs-theme'] });
      return chart;
    });
    echarts.connect(charts);
  }

  function curve(box) {
    const css = getComputedStyle(document.body);
    const color = css.getPropertyValue(box.dataset.color).trim();
    const faint = css.getPropertyValue('--tblr-secondary').trim();
    const from = Date.parse(box.dataset.from) + box.dataset.offset * 1000; // drawn as if UTC were the reader's clock
    const unit = box.dataset.unit ? ' ' + box.dataset.unit : '';
    const data = JSON.parse(box.dataset.values).map((value, step) => [from + step * 900000, value]);
    const line = box.dataset.kind === 'line';
    const few = data.filter(([, value]) => value != null).length < 4; // a line needs two
    return {
      useUTC: true,
      animation: false,
      grid: { left: 4, right: 8, top: 12, bottom: 2, containLabel: true },
      xAxis: { type: 'time', axisLabel: { color: faint, hideOverlap: true, formatter: '{HH}:{mm}' }, axisLine: { lineStyle: { color: faint } } },
      yAxis: { type: 'value', min: 0, minInterval: line && unit ? 0 : 1, splitNumber: 2, axisLabel: { color: faint }, splitLine: { lineStyle: { color: faint, opacity: 0.2 } } },
      tooltip: { trigger: 'axis', confine: true, valueFormatter: (value) => (value == null ? '—' : value + unit) },
      series: [{ type: box.dataset.kind, data, color, showSymbol: few, symbolSize: 4, step: line && !unit ? 'end' : false, areaStyle: line ? { opacity: 0.15 } : undefined, barMaxWidth: 6 }],
    };
  }

  // The diagram as deployed, with its elements named in the reader's language.
  function named(xml, names) {
    if (!Object.keys(names).length) return xml;
    const diagram = new DOMParser().parseFromString(xml, 'application/xml');
    diagram.querySelectorAll('[id][name]').forEach((element) => {
      const name = names[element.id];
      if (name) element.setAttribute('name', name);
    });
    return new XMLSerializer().serializeToString(diagram);
  }

  async function draw(box) {
    const reply = await fetch(box.dataset.src, { headers: { Accept: 'application/xml' } });
    if (!reply.ok) throw new Error('HTTP ' + reply.status);
    const viewer = new BpmnJS({ container: box });
    const state = JSON.parse(box.dataset.elements);
    await viewer.importXML(named(await reply.text(), state.names));
    const canvas = viewer.get('canvas');
    const registry = viewer.get('elementRegistry');
    paint(viewer, state);
    drawn.set(box, viewer);
    viewer.get('zoomScroll').toggle(false);
    const focus = registry.get(Object.keys(state.incidents)[0]) || registry.get(Object.keys(state.active)[0]);
    show(canvas, focus);
    let width = box.clientWidth;
    new ResizeObserver(() => {
      if (width === box.clientWidth) return;
      width = box.clientWidth;
      canvas.resized();
      show(canvas, focus);
    }).observe(box);
    box.parentElement.querySelectorAll('[data-diagram]').forEach((button) => button.addEventListener('click', () => {
      if (button.dataset.diagram === 'fit') canvas.zoom('fit-viewport', 'auto');
      else canvas.zoom(canvas.zoom() * Number(button.dataset.diagram));
    }));
  }

  const drawn = new WeakMap();
  const marks = ['console-done', 'console-taken', 'console-active', 'console-broken'];

  // What happened, on the diagram that is already drawn.
  function paint(viewer, state) {
    const canvas = viewer.get('canvas');
    const registry = viewer.get('elementRegistry');
    const overlays = viewer.get('overlays');
    overlays.clear();
    registry.forEach((element) => marks.forEach((name) => canvas.removeMarker(element, name)));
    const mark = (ids, name) => (ids || []).filter((id) => registry.get(id)).forEach((id) => canvas.addMarker(id, name));
    mark(state.done, 'console-done');
    mark(state.taken, 'console-taken');
    mark(Object.keys(state.active), 'console-active');
    mark(Object.keys(state.incidents), 'console-broken');
    badge(overlays, registry, state.active, 'console-token', { bottom: 10, left: -10 });
    badge(overlays, registry, state.incidents, 'console-token console-incident', { top: -10, right: 10 });
    badge(overlays, registry, state.durations || {}, 'console-duration', { top: -19, left: 0 });
  }

  // Parts marked data-live follow the engine: asked every few seconds whether anything happened, which
  // costs the server one row; only then is the page read again. Nothing moves under an open dialog or field.
  function live() {
    const root = document.querySelector('[data-live-since]');
    if (!root) return;
    let since = root.dataset.liveSince;
    const busy = () => document.hidden || document.querySelector('.modal.show') || document.activeElement?.closest('[data-live] :is(input,select,textarea)') || document.querySelector('[data-live] input:checked');
    setInterval(async () => {
      if (busy()) return;
      try {
        const pulse = await fetch('/console/operations/pulse?since=' + since);
        if (pulse.status !== 200 || pulse.redirected) return;
        if (since !== '-1') since = await pulse.text();
        const reply = await fetch(location.href);
        if (!reply.ok || reply.redirected || busy()) return;
        refresh(new DOMParser().parseFromString(await reply.text(), 'text/html'));
      } catch (error) {
        console.warn('No news from the server', error); // the next turn tries again
      }
    }, 4000);
  }

  function refresh(page) {
    document.querySelectorAll('[data-live][id]').forEach((part) => {
      const next = page.getElementById(part.id);
      if (next && next.innerHTML !== part.innerHTML) part.replaceWith(document.importNode(next, true));
    });
    document.querySelectorAll('.console-diagram[data-src]').forEach((box) => {
      const next = page.querySelector(`.console-diagram[data-src="${box.dataset.src}"]`);
      if (!next || !drawn.has(box) || next.dataset.elements === box.dataset.elements) return;
      box.dataset.elements = next.dataset.elements;
      paint(drawn.get(box), JSON.parse(box.dataset.elements));
    });
  }

  // Whole where that is readable, else around what it waits for.
  function show(canvas, focus) {
    canvas.zoom('fit-viewport', 'auto');
    const readable = 0.7;
    if (canvas.zoom() >= readable) return;
    canvas.zoom(readable, { x: 0, y: 0 });
    const { inner, outer } = canvas.viewbox();
    const at = focus ? { x: focus.x + focus.width / 2, y: focus.y + focus.height / 2 } : { x: inner.x + outer.width / readable / 2, y: inner.y + inner.height / 2 };
    canvas.viewbox({ x: at.x - outer.width / readable / 2, y: at.y - outer.height / readable / 2, width: outer.width / readable, height: outer.height / readable });
  }

  function badge(overlays, registry, counts, name, position) {
    Object.entries(counts).filter(([id]) => registry.get(id)).forEach(([id, count]) => {
      const dot = document.createElement('div');
      dot.className = name;
      dot.textContent = count;
      overlays.add(id, { position, html: dot });
    });
  }

  // Document viewers: each file is fetched and drawn here; it never runs as a page of its own.
  function viewers() {
    document.querySelectorAll('.console-stage[data-file]').forEach(viewer);
  }

  async function viewer(stage) {
    let zoom = 1;
    let paint = null;
    stage.closest('.console-viewer').querySelectorAll('[data-zoom]').forEach((button) => button.addEventListener('click', () => {
      zoom = button.dataset.zoom === 'fit' ? 1 : Math.min(6, Math.max(0.25, zoom * Number(button.dataset.zoom)));
      if (paint) paint(zoom);
    }));
    try {
      paint = stage.dataset.type === 'application/pdf' ? await pdf(stage) : image(stage);
      await paint(zoom);
    } catch (error) {
      fail(stage, error);
    }
  }

  function image(stage) {
    const picture = document.createElement('img');
    picture.src = stage.dataset.file;
    picture.alt = stage.dataset.name;
    stage.replaceChildren(picture);
    return (zoom) => { picture.style.width = Math.round((stage.clientWidth - 32) * zoom) + 'px'; };
  }

  async function pdf(stage) {
    const base = lib + 'pdfjs-dist/';
    const pdfjs = await import(base + 'legacy/build/pdf.min.mjs');
    pdfjs.GlobalWorkerOptions.workerSrc = base + 'legacy/build/pdf.worker.min.mjs';
    const file = await pdfjs.getDocument({ url: stage.dataset.file, cMapUrl: base + 'cmaps/', cMapPacked: true, standardFontDataUrl: base + 'standard_fonts/', isEvalSupported: false, enableXfa: false }).promise;
    let run = 0;
    return async (zoom) => {
      const mine = ++run;
      const canvases = [];
      for (let n = 1; n <= Math.min(file.numPages, 50) && mine === run; n++) {
        const page = await file.getPage(n);
        const fit = (stage.clientWidth - 32) / page.getViewport({ scale: 1 }).width;
        const sharp = Math.min(devicePixelRatio || 1, 2);
        const view = page.getViewport({ scale: fit * zoom * sharp });
        const canvas = document.createElement('canvas');
        canvas.width = view.width;
        canvas.height = view.height;
        canvas.style.width = view.width / sharp + 'px';
        canvas.setAttribute('role', 'img');
        canvas.setAttribute('aria-label', stage.dataset.name + ' ' + n + '/' + file.numPages);
        await page.render({ canvasContext: canvas.getContext('2d'), viewport: view }).promise;
        canvases.push(canvas);
        if (mine === run) stage.replaceChildren(...canvases);
      }
    };
  }

  // Check all boxes of a kind, and reveal what a choice needs.
  document.addEventListener('change', (event) => {
    const all = event.target.closest('[data-all]');
    if (all) document.querySelectorAll(`input[name="${all.dataset.all}"]`).forEach((box) => { box.checked = all.checked; });
    const shows = event.target.closest('[data-shows]');
    if (shows) {
      shows.form.querySelectorAll('[data-when]').forEach((part) => { part.hidden = !part.dataset.when.split(' ').includes(shows.value); });
      if (shows.dataset.shows !== 'kind') shows.form.querySelectorAll('[name=reason]').forEach((field) => { field.required = shows.dataset.shows === 'reason'; });
    }
  });

  // Inspection on a tablet: the parts of a line have to add up to what came.
  const leftOf = (line) => [...line.querySelectorAll('[data-part]')]
    .reduce((left, part) => left - (Number(part.value) || 0), Number(line.dataset.received));
  function showRest(line) {
    const rest = line.querySelector('[data-rest]');
    if (!rest) return true;
    const left = Math.round(leftOf(line) * 1000) / 1000;
    rest.textContent = left === 0 ? rest.dataset.done : rest.dataset.left + ' ' + left;
    rest.classList.toggle('text-green', left === 0);
    rest.classList.toggle('text-red', left !== 0);
    return left === 0;
  }
  function inspection() {
    const form = document.querySelector('[data-inspection]');
    if (!form) return;
    const lines = [...form.querySelectorAll('[data-line]')];
    lines.forEach(showRest);
    form.addEventListener('input', (event) => { const line = event.target.closest('[data-line]'); if (line) showRest(line); });
    form.addEventListener('click', (event) => {
      const button = event.target.closest('[data-for]');
      if (!button) return;
      const line = button.closest('[data-line]');
      const part = document.getElementById(button.dataset.for);
      const here = Number(part.value) || 0;
      part.value = 'all' in button.dataset ? here + leftOf(line) : Math.max(0, here + Number(button.dataset.step));
      showRest(line);
    });
  }

  // Copies what a field shows; where the browser does not let a page do so, the field is marked for the reader to copy.
  document.addEventListener('click', async (event) => {
    const button = event.target.closest('[data-copy]');
    if (!button) return;
    const field = document.querySelector(button.dataset.copy);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      if (!document.execCommand('copy')) return;
    }
    button.querySelector('span').textContent = button.dataset.copied;
  });

  document.addEventListener('DOMContentLoaded', () => { inspection(); curves().catch(console.error); diagrams().catch(console.error); viewers(); live(); });
})();
