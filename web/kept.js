// Makes the pages pleasant; every one of them works without it.

const all = (selector) => document.querySelectorAll(selector);

// A reference can be copied at a press.
for (const code of all('[data-copy]')) {
  if (!navigator.clipboard) break;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy quiet';
  button.textContent = code.dataset.copy;
  button.setAttribute('aria-live', 'polite');
  const text = code.textContent;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = code.dataset.copied;
    setTimeout(() => { button.textContent = code.dataset.copy; }, 2000);
  });
  code.after(button);
}

// Moments also say how far away they are, on hovering.
const units = [['day', 86400], ['hour', 3600], ['minute', 60]];
for (const time of all('time[data-lang]')) {
  const seconds = (Date.parse(time.dateTime) - Date.now()) / 1000;
  const [unit, length] = units.find(([, least]) => Math.abs(seconds) >= least) ?? units[2];
  const words = new Intl.RelativeTimeFormat(time.dataset.lang, { numeric: 'auto' });
  time.title = words.format(Math.round(seconds / length), unit);
}

// A form is sent once, however often its button is pressed.
for (const form of all('form[method="post"]')) {
  form.addEventListener('submit', (event) => {
    const button = form.querySelector('button[data-busy]');
    if (!button) return;
    if (button.getAttribute('aria-disabled')) {
      event.preventDefault();
      return;
    }
    button.dataset.calm = button.textContent;
    button.textContent = button.dataset.busy;
    button.setAttribute('aria-disabled', 'true');
  });
}
addEventListener('pageshow', () => {
  for (const button of all('button[data-calm]')) {
    button.textContent = button.dataset.calm;
    button.removeAttribute('aria-disabled');
  }
});

// What was typed survives a page that asks for a correction, in this tab only, and is gone at the next page.
const place = 'draft';
const draft = sessionStorage.getItem(place);
sessionStorage.removeItem(place);
for (const form of all('form[data-draft]')) {
  if (draft && form.dataset.draft === 'restore') {
    const kept = new Map(JSON.parse(draft));
    for (const control of form.elements) {
      if (!control.name || control.type === 'hidden' || !kept.has(control.name)) continue;
      if (control.type === 'checkbox') control.checked = true;
      else if (control.type === 'radio') control.checked = control.value === kept.get(control.name);
      else control.value = kept.get(control.name);
    }
  }
  form.addEventListener('submit', () => {
    const typed = [...new FormData(form)].filter(([name]) => form.elements[name]?.type !== 'hidden');
    sessionStorage.setItem(place, JSON.stringify(typed));
  });
}

// The summary of errors is read out first.
document.querySelector('.errors')?.focus();
