// The pages work without this. It shows the print button, brings the reader to what has to be mended, and stops double sending.
document.querySelectorAll('[data-print]').forEach((button) => {
  button.hidden = false
  button.addEventListener('click', () => window.print())
})

const errors = document.getElementById('errors')
if (errors) errors.focus()

// Two presses in a row are one. Later ones go through: whoever stopped the page may send again, and one form is one report.
document.querySelectorAll('form').forEach((form) => {
  let last = 0
  form.addEventListener('submit', (event) => {
    const now = Date.now()
    if (now - last < 1500) event.preventDefault()
    else last = now
  })
})

// What is typed stays in this tab until it is sent, so that loading the page again loses nothing.
const kept = document.getElementById('form')
const place = `anlan ${location.pathname.replace('/public/report', '/public')}`
try {
  if (document.querySelector('[data-sent]')) sessionStorage.clear()
  if (kept) {
    const fields = [...kept.elements].filter(
      ({ name, type }) => name && name !== 'website' && !['hidden', 'file', 'submit', 'radio'].includes(type),
    )
    const before = JSON.parse(sessionStorage.getItem(place) || '{}')
    for (const field of fields) {
      if (field.type === 'checkbox') continue
      if (!field.value && before[field.name]) field.value = before[field.name]
      field.addEventListener('input', () => {
        before[field.name] = field.value
        sessionStorage.setItem(place, JSON.stringify(before))
      })
    }
  }
} catch {
  // Without a place to keep it the form works as before.
}
