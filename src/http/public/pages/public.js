// The pages work without this. It shows the print button, brings the reader to what has to be mended, and stops double sending.
document.querySelectorAll('[data-print]').forEach((button) => {
  button.hidden = false
  button.addEventListener('click', () => window.print())
})

const errors = document.getElementById('errors')
if (errors) errors.focus()

document.querySelectorAll('form').forEach((form) => {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) event.preventDefault()
    form.dataset.sent = '1'
  })
  // Coming back by the browser's button shows the form as it was left: it may be sent again.
  window.addEventListener('pageshow', () => delete form.dataset.sent)
})
