// Draws a chart of each table that has one; without it, the tables say the same.
(() => {
  'use strict';
  const HEIGHT_OF_A_BAR = 34;
  const HEIGHT_OF_A_LINE = 14;
  const NARROW = 520;
  const LONGEST_LINE = 18;
  const root = document.documentElement;
  const colour = (name) => getComputedStyle(root).getPropertyValue('--' + name).trim();
  const number = (text) => (text === '' || text === undefined ? null : Number(text));
  const rowsOf = (plot) => [...plot.nextElementSibling.querySelectorAll('tbody tr')].map((row) => ({
    label: row.dataset.label,
    value: number(row.dataset.value),
    low: number(row.dataset.low),
    high: number(row.dataset.high),
    colour: row.dataset.colour,
  }));
  const axis = (extra) => ({
    grid: { color: colour('line') }, border: { color: colour('edge') },
    ticks: { color: colour('soft'), autoSkipPadding: 12, maxRotation: 0 }, ...extra,
  });
  const told = (row) => (row.low === null ? `${row.value}` : `${row.value} (${row.low} – ${row.high})`);

  const kinds = {
    bars: (rows) => ({
      type: 'bar',
      data: {
        labels: rows.map((row) => row.label),
        datasets: [{ data: rows.map((row) => row.value), backgroundColor: rows.map((row) => colour(row.colour)) }],
      },
      options: { scales: { x: axis({ grid: { display: false } }), y: axis({ beginAtZero: true }) } },
    }),
    lying: (rows) => ({
      type: 'bar',
      data: {
        labels: rows.map((row) => row.label),
        datasets: [{ data: rows.map((row) => row.value), backgroundColor: colour('between') }],
      },
      options: { indexAxis: 'y', scales: { x: axis({ beginAtZero: true }), y: axis({ grid: { display: false } }) } },
    }),
    trend: (rows) => ({
      type: 'line',
      data: {
        labels: rows.map((row) => row.label),
        datasets: [
          { data: rows.map((row) => row.value), borderColor: colour('main'), backgroundColor: colour('main'),
            borderWidth: 2, pointRadius: rows.length > 60 ? 0 : 3, spanGaps: false },
          { data: rows.map((row) => row.high), borderWidth: 0, pointRadius: 0, fill: '+1', backgroundColor: colour('band') },
          { data: rows.map((row) => row.low), borderWidth: 0, pointRadius: 0 },
        ],
      },
      options: { interaction: { mode: 'index', intersect: false }, scales: { x: axis({ grid: { display: false } }), y: axis() } },
    }),
    ranges: (rows) => ranges(rows, 'main'),
    costs: (rows) => ranges(rows, 'low'),
  };

  // A bar from one end of the interval to the other, and the value as a dot on it.
  const ranges = (rows, name) => ({
    type: 'bar',
    data: {
      labels: rows.map((row) => row.label),
      datasets: [
        { type: 'scatter', data: rows.map((row) => ({ x: row.value, y: row.label })), backgroundColor: colour(name),
          pointRadius: 5 },
        { data: rows.map((row) => (row.low === null ? null : [row.low, row.high])), backgroundColor: colour('band'),
          borderColor: colour(name), borderWidth: 1, borderSkipped: false, barThickness: 12 },
      ],
    },
    options: { indexAxis: 'y', scales: { x: axis(), y: axis({ type: 'category', labels: rows.map((row) => row.label), grid: { display: false } }) } },
  });

  // What a long name needs where there is little room beside the bars.
  const lines = (label) => label.split(' ').reduce((all, word) => {
    const last = all[all.length - 1];
    return last && `${last} ${word}`.length <= LONGEST_LINE ? [...all.slice(0, -1), `${last} ${word}`] : [...all, word];
  }, []);
  const fit = (plot, chart, rows) => {
    const labels = plot.clientWidth < NARROW ? rows.map((row) => lines(row.label)) : rows.map((row) => [row.label]);
    const height = labels.reduce((sum, label) => sum + HEIGHT_OF_A_BAR + (label.length - 1) * HEIGHT_OF_A_LINE, 40);
    plot.style.height = `${height}px`;
    chart.options.scales.y.ticks.callback = (value, index) => labels[index];
    chart.options.scales.y.ticks.autoSkip = false;
  };

  const charts = new Map();
  const draw = (plot) => {
    const rows = rowsOf(plot);
    const kind = plot.dataset.kind;
    if (!rows.some((row) => row.value !== null)) return;
    plot.hidden = false;
    charts.get(plot)?.destroy();
    const chart = kinds[kind](rows);
    if (chart.options.indexAxis === 'y') fit(plot, chart, rows);
    chart.options = {
      ...chart.options, animation: false, maintainAspectRatio: false, responsive: true,
      plugins: {
        legend: { display: false },
        tooltip: {
          filter: (item) => kind !== 'trend' || item.datasetIndex === 0,
          callbacks: { title: (items) => (items.length ? rows[items[0].dataIndex].label : ''), label: (item) => told(rows[item.dataIndex]) },
        },
      },
    };
    charts.set(plot, new Chart(plot.querySelector('canvas'), chart));
  };
  const plots = document.querySelectorAll('.plot');
  const drawAll = () => plots.forEach(draw);

  // How far a download is, for as long as there is something to wait for. Only what is said of it is put in its place,
  // so that whoever reads or hears the page is left where they are; without this, a link looks again.
  const look = async () => {
    const answer = await fetch(location.href);
    const state = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.state');
    if (!state && [401, 403].includes(answer.status)) location.reload(); // the sign-in has ended
    return state;
  };
  const follow = (shown, seconds) => setTimeout(async () => {
    const state = await look().catch(() => null);
    if (!state || state.dataset.again) follow(shown, seconds);
    if (state && state.innerHTML !== shown.innerHTML) shown.replaceChildren(...state.childNodes);
  }, seconds * 1000);
  const waiting = document.querySelector('[data-again]');
  if (waiting) follow(waiting, waiting.dataset.again);

  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  drawAll();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);

  // On paper it is light, and as wide as the paper.
  addEventListener('beforeprint', () => {
    root.classList.add('printed');
    drawAll();
    charts.forEach((chart) => chart.resize());
  });
  addEventListener('afterprint', () => {
    root.classList.remove('printed');
    drawAll();
  });
})();
