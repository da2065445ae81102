/** The page of live examples: what each button does to the chat, and what the chat tells. */

const chat = document.querySelector('volunteer-chat');
const heard = document.getElementById('heard');

for (const button of document.querySelectorAll('button[data-attribute]')) {
  button.addEventListener('click', () => chat.setAttribute(button.dataset.attribute, button.dataset.value));
}
for (const button of document.querySelectorAll('button[data-property]')) {
  button.addEventListener('click', () => chat.style.setProperty(button.dataset.property, button.dataset.value));
}
for (const button of document.querySelectorAll('button[data-method]')) {
  button.addEventListener('click', () => chat[button.dataset.method](button.dataset.value || undefined));
}
for (const name of ['open', 'close', 'message']) {
  document.addEventListener(`volunteer-chat:${name}`, ({ type, detail }) => {
    const line = document.createElement('li');
    line.textContent = detail ? `${type}: ${detail.author}, ${detail.text.slice(0, 60)}` : type;
    heard.prepend(line);
  });
}
