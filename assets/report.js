// The index's filter: by words, family, paper and verdict, kept in the address. Without scripts the table is complete.
(() => {
  const place = document.getElementById('filter');
  if (!place) return;
  const groups = [...document.querySelectorAll('.atlas tbody')];
  const rows = groups.flatMap((group) =>
    [...group.querySelectorAll('tr:not(.family)')].map((row) => ({
      row,
      text: row.textContent.toLowerCase(),
      family: group.dataset.family ?? '',
      paper: row.dataset.paper ?? '',
      verdict: row.dataset.verdict ?? '',
    })),
  );
  const make = (tag, props = {}, ...children) => {
    const e = Object.assign(document.createElement(tag), props);
    e.append(...children);
    return e;
  };
  const FIELDS = ['family', 'paper', 'verdict'];
  const controls = { words: make('input', { type: 'search', name: 'words' }) };
  for (const field of FIELDS) {
    const values = [...new Set(rows.map((r) => r[field]))].filter((v) => v !== '').sort();
    const options = values.map((v) => make('option', { value: v, textContent: v }));
    controls[field] = make('select', { name: field }, make('option', { value: '', textContent: 'all' }), ...options);
  }
  const count = make('output');
  const labels = Object.entries(controls).map(([name, c]) => make('label', {}, name, c));
  const form = make('form', {}, ...labels, count);
  form.setAttribute('role', 'search');
  form.setAttribute('aria-label', 'claims');
  place.append(form);

  const apply = () => {
    const words = controls.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const family = (r) => `${r.family}/${r.text}`;
    let shown = 0;
    for (const r of rows) {
      const hit =
        FIELDS.every((f) => controls[f].value === '' || controls[f].value === r[f]) &&
        words.every((w) => family(r).includes(w));
      r.row.hidden = !hit;
      if (hit) shown++;
    }
    for (const g of groups) g.hidden = !g.querySelector('tr:not(.family):not([hidden])');
    count.textContent = `${shown} of ${rows.length}`;
    const kept = new URLSearchParams(Object.entries(controls).flatMap(([k, c]) => (c.value ? [[k, c.value]] : [])));
    history.replaceState(null, '', kept.size > 0 ? `#${kept}` : location.pathname);
  };
  for (const [k, v] of new URLSearchParams(location.hash.slice(1))) if (controls[k]) controls[k].value = v;
  form.addEventListener('input', apply);
  form.addEventListener('submit', (e) => e.preventDefault());
  apply();
})();

// What is wider than its place can be scrolled by keyboard too.
(() => {
  const mark = () => {
    for (const e of document.querySelectorAll('.formula, .flush, .scroll, pre')) {
      if (e.scrollWidth <= e.clientWidth) continue;
      e.tabIndex = 0;
      e.setAttribute('role', 'group');
      e.setAttribute('aria-label', 'wide content');
    }
  };
  mark();
  document.fonts?.ready.then(mark);
  addEventListener('resize', mark);
})();
