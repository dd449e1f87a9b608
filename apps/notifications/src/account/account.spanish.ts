import type { LetterKind } from '@porchlight/contracts';
import { spanInWords } from '../letter/when';
import type { AccountSays, SendableLetter } from './account.words';

const within = ({ expiresAt }: SendableLetter, now: Date): string =>
  expiresAt === undefined
    ? 'El enlace funciona una sola vez.'
    : `El enlace funciona una sola vez, en los ${spanInWords('es', expiresAt, now)} después de este mensaje.`;

export const spanish: Record<LetterKind, AccountSays> = {
  password_reset: (letter, now) => ({
    subject: 'Elija una contraseña nueva',
    preview: within(letter, now),
    heading: 'Elija una contraseña nueva',
    introduction: `Alguien pidió una contraseña nueva para la cuenta de Porchlight de ${letter.to}. Si fue usted, elíjala aquí.`,
    button: { label: 'Elegir una contraseña nueva', url: letter.url },
    expiry: within(letter, now),
    caution: 'Si no fue usted, no haga nada. Su contraseña sigue igual, y nadie más que usted tiene este enlace.',
    why: `Este mensaje se envió a ${letter.to} porque se pidió una contraseña nueva.`,
  }),
  password_changed: (letter) => ({
    subject: 'Su contraseña ha cambiado',
    preview: 'Si fue usted, todo está bien.',
    heading: 'Su contraseña ha cambiado',
    introduction: `La cuenta de Porchlight de ${letter.to} tiene una contraseña nueva, y se cerró la sesión en todos los demás dispositivos. Si fue usted, todo está bien.\n\nSi no fue usted, elija enseguida una contraseña nueva: así deja fuera a quien lo hizo.`,
    button: { label: 'No fui yo', url: letter.url },
    why: `Este mensaje se envió a ${letter.to} porque cambió la contraseña de su cuenta.`,
  }),
  email_confirmation: (letter, now) => ({
    subject: 'Confirme esta dirección',
    preview: `¿Es suya la dirección ${letter.to}?`,
    heading: 'Confirme esta dirección',
    introduction: `Alguien indicó ${letter.to} como la dirección de su cuenta de Porchlight. Si fue usted, basta un clic para mostrar que es suya.`,
    button: { label: 'Confirmar esta dirección', url: letter.url },
    expiry: within(letter, now),
    caution: 'Si no fue usted, no haga nada. Sin este enlace nadie puede mostrar que su dirección le pertenece.',
    why: `Este mensaje se envió a ${letter.to} porque se indicó como la dirección de una cuenta.`,
  }),
  email_changed: (letter) => ({
    subject: 'Su dirección ha cambiado',
    preview: 'Si fue usted, todo está bien.',
    heading: 'Su dirección ha cambiado',
    introduction: `Su cuenta de Porchlight pasó de ${letter.to} a ${letter.newEmail ?? 'otra dirección'}. Desde ahora inicie sesión con la nueva; a esta ya no llegarán mensajes de la cuenta.`,
    button: { label: 'Iniciar sesión', url: letter.url },
    caution:
      'Si no fue usted, alguien conoce su contraseña. Avise a la empresa con la que trabaja aquí, para que pueda cerrar esa cuenta, y cambie la contraseña en los demás sitios donde la use.',
    why: `Este mensaje se envió a ${letter.to} porque era la dirección de la cuenta.`,
  }),
};
