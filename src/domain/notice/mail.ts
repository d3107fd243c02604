export type Mail = { readonly to: string; readonly subject: string; readonly text: string; readonly messageId: string }

/** Hands a mail over. @returns what the server answered @throws when it did not take it */
export type SendMail = (mail: Mail) => Promise<string>
