/* global document, fetch, setTimeout */

const element = (id) => document.getElementById(id);
const inWords = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

const api = async (path, method = 'GET') => {
  const answer = await fetch(`api/messages${path}`, { method });
  if (!answer.ok) throw new Error(`the mail catcher answered ${answer.status}`);
  return method === 'GET' ? answer.json() : null;
};

let shownId = null;
let listed = '';

const text = (tag, words, className = '') =>
  Object.assign(document.createElement(tag), { textContent: words, className });

const row = (mail) => {
  const button = Object.assign(document.createElement('button'), { type: 'button' });
  button.dataset.id = mail.id;
  button.append(text('strong', mail.subject || 'No subject'), text('span', mail.to.join(', '), 'to'));
  button.append(text('time', inWords.format(new Date(mail.receivedAt))));
  button.addEventListener('click', () => show(mail.id));
  const item = document.createElement('li');
  item.append(button);
  return item;
};

const markShown = () => {
  for (const button of document.querySelectorAll('li button'))
    button.setAttribute('aria-current', String(button.dataset.id === shownId));
};

const show = async (id) => {
  const mail = await api(`/${id}`);
  shownId = id;
  element('subject').textContent = mail.subject || 'No subject';
  element('from').textContent = mail.from;
  element('to').textContent = mail.to.join(', ');
  element('received').textContent = inWords.format(new Date(mail.receivedAt));
  element('text').textContent = mail.text;
  element('html').hidden = !mail.html;
  element('html').src = mail.html ? `api/messages/${id}/html` : 'about:blank';
  element('mail').hidden = false;
  markShown();
  element('subject').focus();
};

const list = async () => {
  const { items } = await api('');
  const now = items.map(({ id }) => id).join();
  if (now === listed) return;
  listed = now;
  element('none').hidden = items.length > 0;
  element('delete-all').hidden = items.length === 0;
  element('mails').replaceChildren(...items.map(row));
  if (!items.some(({ id }) => id === shownId)) element('mail').hidden = true;
  markShown();
};

element('delete-all').addEventListener('click', async () => {
  await api('', 'DELETE');
  await list();
});

const keepListing = async () => {
  await list().catch(() => undefined);
  setTimeout(keepListing, 2000);
};
await keepListing();
