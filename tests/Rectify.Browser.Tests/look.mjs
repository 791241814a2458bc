// Opens pages in a browser and says what is seen: node look.mjs <chromium> <folder of modules> <pages…> prints a JSON array.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [chromium, modules, ...pages] = process.argv.slice(2);
const require = createRequire(join(modules, 'node_modules', 'x.js'));
const playwright = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const views = {
  light: { viewport: { width: 1280, height: 720 }, colorScheme: 'light' },
  dark: { viewport: { width: 1280, height: 720 }, colorScheme: 'dark' },
  phone: { viewport: { width: 375, height: 812 }, colorScheme: 'light' },
};

const browser = await playwright.chromium.launch({ executablePath: chromium, args: ['--no-sandbox'] });
const seen = [];
for (const file of pages) {
  for (const [view, options] of Object.entries(views)) { seen.push(await look(file, view, options)); }
}
await browser.close();
console.log(JSON.stringify(seen));

async function look(file, view, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests = [], errors = [];
  page.on('request', request => {
    if (request.url() !== pathToFileURL(file).href && !request.url().startsWith('data:')) { requests.push(request.url()); }
  });
  page.on('console', message => { if (message.type() === 'error' || message.type() === 'warning') { errors.push(message.text()); } });
  page.on('pageerror', error => errors.push(String(error)));
  await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });

  const of = await page.evaluate(() => {
    const verdict = document.querySelector('h1').getBoundingClientRect();
    return {
      elements: document.getElementsByTagName('*').length,
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      verdictBottom: verdict.bottom,
      paper: getComputedStyle(document.body).backgroundColor,
      drawings: [...document.querySelectorAll('figure')].filter(figure =>
        [...figure.querySelectorAll('svg')].filter(svg => svg.getBoundingClientRect().height > 40).length !== 1).length,
      tables: [...document.querySelectorAll('figure')].filter(figure => figure.querySelectorAll('table').length !== 1).length,
      smallest: Math.min(...[...document.querySelectorAll('figure svg')].filter(svg => svg.getBoundingClientRect().width > 0)
        .map(svg => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width)),
      loss: [...document.querySelectorAll('#loss tbody tr')].map(row => [...row.children].map(cell => cell.textContent)),
    };
  });
  const atlas = await page.locator('#slider').count() ? await playWith(page) : null;
  const firing = file.includes('large') ? await openFirst(page, '#firing figure') : null;
  const tour = file.includes('large') ? null : await takeTour(page);
  const grave = file.includes('large') ? [] : await page.evaluate(async source => {
    (0, eval)(source);
    for (const drawer of document.querySelectorAll('details')) { drawer.open = true; }
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => `${v.id}: ${v.nodes[0].html}`);
  }, axe);
  // With every drawer open, too.
  const overflowOpen = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await context.close();
  return { page: basename(file, '.html'), view, requests, errors, grave, tour, atlas, firing, overflowOpen, ...of };
}

// The cells of the first figure's table, once its line is opened.
async function openFirst(page, figures) {
  const figure = page.locator(figures).first();
  await figure.locator('summary').click();
  await figure.locator('tbody tr').first().waitFor();
  return figure.locator('tbody tr').evaluateAll(rows => rows.map(row => [...row.children].map(cell => cell.textContent)));
}

// The slider by keyboard to its right end, then one filter: what the cards say and which are left. All is set back afterwards.
async function playWith(page) {
  await page.locator('#x').focus();
  await page.keyboard.press('End');
  const readings = await page.evaluate(() => Object.fromEntries(
    [...document.querySelectorAll('.card')].map(card => [card.id, card.querySelector('.reading').textContent])));
  const x = await page.locator('#x-value').textContent();
  await page.locator('select[name=smooth]').selectOption('no');
  const left = await page.evaluate(() => [...document.querySelectorAll('.card')].filter(card => !card.hidden).map(card => card.id));
  await page.locator('select[name=smooth]').selectOption('any');
  return { x, readings, left };
}

// With the tabulator through the page: whether each line that opens something is reached, shows that it is, and opens.
async function takeTour(page) {
  const drawers = await page.evaluate(() => [...document.querySelectorAll('summary')].filter(s => s.getBoundingClientRect().height > 0).length);
  let reached = 0, unseen = 0, opened = 0;
  await page.evaluate(() => document.body.focus());
  for (let i = 0; i < drawers + 60 && reached < drawers; i++) {
    await page.keyboard.press('Tab');
    const on = await page.evaluate(() => {
      const focused = document.activeElement;
      return { tag: focused.tagName, outline: getComputedStyle(focused).outlineStyle, width: parseFloat(getComputedStyle(focused).outlineWidth) };
    });
    if (on.tag !== 'SUMMARY') { continue; }
    reached++;
    if (on.outline === 'none' || on.width < 2) { unseen++; }
    if (reached > 3) { continue; }
    const before = await page.evaluate(() => document.activeElement.parentElement.open);
    await page.keyboard.press('Enter');
    const after = await page.evaluate(() => document.activeElement.parentElement.open);
    if (before !== after) { opened++; }
    await page.keyboard.press('Enter');
  }
  return { drawers, reached, unseen, opened };
}
