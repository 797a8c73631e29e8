// Makes the desk's pages smoother; each of them works without it.
(() => {
  'use strict';
  const KEYS_OFF = 'desk-keys-off';
  const byId = (id) => document.getElementById(id);

  // Keys: never while something is typed, with a modifier, or in a dialog; and they can be turned off.
  const types = (element) => element.closest('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]');
  const openAction = (name) => {
    const action = byId('act-' + name);
    if (action) {
      action.open = true;
      action.querySelector('input:not([type=hidden]), select, textarea').focus();
    }
    return action;
  };
  const keys = {
    n: () => byId('next')?.click(),
    c: () => openAction('contacted'),
    r: () => openAction('resolve'),
    '/': () => byId('order')?.focus(),
    '?': () => byId('help')?.showModal(),
  };
  document.addEventListener('keydown', (event) => {
    const isOurs = Object.hasOwn(keys, event.key) && !event.ctrlKey && !event.metaKey && !event.altKey
        && !event.repeat && !event.isComposing && !event.defaultPrevented;
    if (isOurs && !types(event.target) && !document.querySelector('dialog[open]')
        && !localStorage.getItem(KEYS_OFF)) {
      event.preventDefault();
      keys[event.key]();
    }
  });
  document.addEventListener('click', (event) => {
    if (event.target.closest('#help-link') && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      byId('help').showModal();
    }
  });
  const switches = document.querySelectorAll('.keys-on');
  for (const input of switches) {
    input.closest('[hidden]').hidden = false;
    input.checked = !localStorage.getItem(KEYS_OFF);
    input.addEventListener('change', () => {
      if (input.checked) localStorage.removeItem(KEYS_OFF);
      else localStorage.setItem(KEYS_OFF, '1');
      for (const other of switches) other.checked = input.checked;
    });
  }

  // What is typed is kept in this tab until it is sent: whatever is shown in its place, or if the sign-in ends.
  const nameOf = (form) => 'draft ' + form.getAttribute('action');
  const seen = (form) => [...form.elements].filter((field) => field.name && field.type !== 'hidden');
  const keep = (form) => {
    const values = seen(form)
        .filter((field) => !['radio', 'checkbox'].includes(field.type) || field.checked)
        .map((field) => [field.name, field.value]);
    sessionStorage.setItem(nameOf(form), JSON.stringify(values));
  };
  const restore = (form) => {
    const kept = sessionStorage.getItem(nameOf(form));
    if (!kept) return;
    const values = JSON.parse(kept);
    for (const field of seen(form)) {
      const own = values.filter(([name]) => name === field.name).map(([, value]) => value);
      if (['radio', 'checkbox'].includes(field.type)) field.checked = own.includes(field.value);
      else if (own.length) field.value = own[0];
    }
  };
  const settle = () => {
    const done = document.querySelector('[data-done]');
    if (done) sessionStorage.removeItem('draft ' + done.dataset.done);
    document.querySelectorAll('form.draft').forEach(restore);
  };
  const noteTyping = (event) => {
    const form = event.target.closest?.('form.draft');
    if (form) keep(form);
  };
  document.addEventListener('input', noteTyping);
  document.addEventListener('change', noteTyping);
  document.addEventListener('submit', (event) => {
    if (event.target.id === 'sign-out') sessionStorage.clear();
  });
  settle();

  // What comes in place of a part of the page.
  const trouble = (text) => {
    byId('trouble').textContent = text;
    if (text) byId('trouble').focus();
  };
  const isPoll = (event) => ['changes', 'list'].includes(event.detail.elt.id);
  const isGoneThrough = (element) => element.id === 'list' && element.contains(document.activeElement);
  document.addEventListener('htmx:beforeRequest', (event) => {
    if (isPoll(event) && (document.hidden || isGoneThrough(event.detail.elt))) event.preventDefault();
  });
  document.addEventListener('htmx:beforeSwap', (event) => {
    const isWhole = /id="(case|changes|list)"/.test(event.detail.xhr.responseText);
    if (event.detail.shouldSwap && !isWhole) {
      event.detail.shouldSwap = false;
      if (!isPoll(event)) trouble(document.body.dataset.signedOut);
    }
  });
  document.addEventListener('htmx:afterSwap', (event) => {
    if (event.detail.target.id === 'changes') {
      const news = byId('changes')?.querySelector('.news p')?.textContent.trim() ?? '';
      if (byId('live').textContent !== news) byId('live').textContent = news;
      return;
    }
    if (event.detail.target.id === 'list') return;
    trouble('');
    settle();
    byId('notice')?.focus();
  });
  for (const failure of ['htmx:responseError', 'htmx:sendError', 'htmx:timeout']) {
    document.addEventListener(failure, (event) => {
      const isSignedOut = event.detail.xhr?.status === 401;
      if (isSignedOut || !isPoll(event)) {
        const text = document.body.dataset[isSignedOut ? 'signedOut' : 'failed'];
        if (isPoll(event)) byId('trouble').textContent = text;
        else trouble(text);
      }
    });
  }
  if (byId('notice') && document.activeElement === document.body) byId('notice').focus();
})();
