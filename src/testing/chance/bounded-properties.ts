import fc from 'fast-check'

/** Making a failing example smaller may take longer than all tests together; after this it is told as it stands. */
fc.configureGlobal({ interruptAfterTimeLimit: 90_000, markInterruptAsFailure: true })
