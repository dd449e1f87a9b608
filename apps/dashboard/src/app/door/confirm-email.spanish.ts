import type { ConfirmEmailWords } from './confirm-email.english';

export const confirmEmail: ConfirmEmailWords = {
  tab: 'Confirme su correo',
  trouble: 'Confirme su dirección',
  isIt: '¿Es suya esta dirección?',
  yes: 'Sí, confirmarla',
  notAsked: '¿No lo pidió usted? Cierre la página: no pasa nada.',
  confirmed: 'Su dirección de correo está confirmada',
  confirmedText: 'es la dirección con la que inicia sesión y donde le llegan los mensajes.',
  taken: 'Esta dirección es de otra cuenta',
  takenText: 'Alguien ya tiene una cuenta con ella, así que no cambió nada. Elija otra dirección en la suya.',
  used: 'Esta dirección ya está confirmada',
  usedText: (email) => `${email}: no hay nada más que hacer.`,
  expiredText: 'Valía un día, o se envió uno más reciente. Pida otro en su cuenta, junto a la dirección.',
  unknownText:
    'Quizá llegó incompleto. Abra de nuevo el enlace de su mensaje o cópielo entero. Si eso no ayuda, pida otro en su cuenta.',
  toAccount: 'Ir a su cuenta',
  goOn: 'Continuar',
};
