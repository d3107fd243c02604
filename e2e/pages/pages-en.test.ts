import { describe } from 'vitest'
import { lookAtEveryPage } from './every-page.ts'

// A file a language: two workers look at once.
describe('in en, wide and narrow, no barrier and no word of the other language on', () => lookAtEveryPage('en'))
