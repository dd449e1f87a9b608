export const confirmEmail = {
  tab: 'Confirm your e-mail',
  trouble: 'Confirm your address',
  isIt: 'Is this address yours?',
  yes: 'Yes, confirm it',
  notAsked: 'You did not ask for this? Close the page: nothing happens.',
  confirmed: 'Your e-mail address is confirmed',
  confirmedText: 'is the address you sign in with, and where messages go.',
  taken: 'This address belongs to another account',
  takenText: 'Somebody has an account with it already, so nothing was changed. Choose another address in yours.',
  used: 'This address is confirmed already',
  usedText: (email: string) => `${email}: there is nothing more to do.`,
  expiredText: 'It was good for a day, or a newer one was sent. Ask for another in your account, beside the address.',
  unknownText:
    'It may have been cut off on its way. Open the link in your message once more, or copy all of it. If that does not help, ask for another in your account.',
  toAccount: 'Go to your account',
  goOn: 'Go on',
};

/** What the page says behind the link that shows an address to be somebody's. */
export type ConfirmEmailWords = typeof confirmEmail;
