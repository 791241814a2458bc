// Moves the probe of every card to the slider's x, and shows the cards that have the traits asked for. Curves are drawn without it.
(() => {
  const samples = JSON.parse(document.getElementById('samples').textContent);
  const slider = document.getElementById('x'), value = document.getElementById('x-value');
  const filters = document.getElementById('filters'), shown = document.getElementById('shown');
  const cards = [...document.querySelectorAll('.card')];
  const text = number => String(number).replace(/-/g, '−');
  const numbers = list => list.split(' ').map(Number);
  const place = ([low, high, from, to], at) => from + (at - low) / (high - low) * (to - from);

  const probes = cards.map(card => [...card.querySelectorAll('.probe')].map(probe => ({
    probe,
    line: probe.querySelector('line'),
    points: [...probe.querySelectorAll('circle')].reverse(),
    along: numbers(probe.dataset.along),
    across: numbers(probe.dataset.across),
  })));

  function move() {
    const x = Number(slider.value), index = Math.round((x - slider.min) / slider.step);
    value.textContent = `x = ${text(x.toFixed(2))}`;
    cards.forEach((card, i) => {
      const heights = samples[card.id].map(list => list[index]);
      card.querySelector('.reading').textContent = `f = ${text(heights[0])}   f′ = ${text(heights[1])}`;
      for (const { probe, line, points, along, across } of probes[i]) {
        const inside = x <= along[1], left = place(along, x);
        probe.setAttribute('visibility', inside ? 'visible' : 'hidden');
        line.setAttribute('transform', `translate(${left} 0)`);
        points.forEach((point, j) => {
          const y = heights[j], isSeen = inside && y >= across[0] && y <= across[1];
          point.setAttribute('transform', isSeen ? `translate(${left} ${place(across, y)})` : '');
          point.setAttribute('visibility', isSeen ? 'visible' : 'hidden');
        });
      }
    });
  }

  function filter() {
    const asked = [...filters.querySelectorAll('select')].filter(select => select.value !== 'any');
    let count = 0;
    for (const of of document.querySelectorAll('[data-has]')) {
      const has = of.dataset.has.split(' ');
      of.hidden = asked.some(select => has.includes(select.name) !== (select.value === 'yes'));
      if (!of.hidden && of.classList.contains('card')) { count++; }
    }
    shown.textContent = shown.dataset.text.replace('{0}', count).replace('{1}', cards.length);
  }

  slider.addEventListener('input', move);
  filters.addEventListener('change', filter);
  filters.addEventListener('submit', event => event.preventDefault());
  document.getElementById('slider').hidden = filters.hidden = false;
  for (const reading of document.querySelectorAll('.reading')) { reading.hidden = false; }
  move();
  filter();
})();
