// Long tables come as text, a line a row with tabs between its cells: they become rows when their line is opened.
for (const text of document.querySelectorAll('pre.rows')) {
  text.closest('details').addEventListener('toggle', () => {
    const body = text.previousElementSibling.tBodies[0];
    for (const line of text.textContent.split('\n')) {
      const [name, ...cells] = line.split('\t');
      const row = body.insertRow();
      row.innerHTML = '<th scope="row"></th>' + '<td></td>'.repeat(cells.length);
      [name, ...cells].forEach((cell, i) => { row.cells[i].textContent = cell; });
    }
    text.remove();
  }, { once: true });
}
