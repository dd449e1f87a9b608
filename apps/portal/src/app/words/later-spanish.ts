import type { CountedWords } from '@porchlight/ui';
import type { LaterWords } from './later-english';

export const laterSpanish = (counted: CountedWords): LaterWords => ({
  share: {
    close: 'Cerrar',
    copy: 'Copiar',
    getting: 'Preparando el enlace…',
    title: 'Compartir esta página',
    copied: 'Enlace copiado.',
    copyIt: 'Copie este enlace:',
    whatItDoes: 'Quien tenga el enlace verá lo mismo que usted. Nadie puede cambiar nada con él.',
    yours: 'Es su propio enlace: su contratista ve que usted lo creó y puede desactivarlo.',
    visits: 'Su contratista puede ver cuándo se abrió el enlace por última vez.',
    failed: 'No se pudo obtener el enlace. Inténtelo de nuevo en un momento.',
    builderTitle: 'Los enlaces se crean en el panel',
    builder: 'Allí cada enlace tiene un nombre y puede desactivarlo para un hogar sin tocar los demás.',
    openProject: 'Abrir el proyecto',
  },

  howMade: [
    'Cada trabajo previsto cuenta según su duración en días laborables: un trabajo largo mueve el número más que uno corto. Solo llega al final cuando todo está completo.',
    'Puede bajar. Cuando se añade trabajo, algo tarda más o hay que rehacerlo, queda más por hacer que antes, y el número lo dice.',
    'El dinero no cuenta: el número no dice nada sobre costos ni pagos.',
  ],

  items: {
    title: 'Sus pendientes',
    waiting: (count) =>
      counted(count, { one: `${count} asunto espera por usted`, other: `${count} asuntos esperan por usted` }),
    none: 'Nada espera por usted en este momento. Cuando haya algo, lo verá aquí.',
    asks: { selection: 'Su elección', approval: 'Su aprobación', information: 'Su respuesta' },
    by: (day) => `Para el ${day}`,
    today: 'Para hoy',
    late: (day) => `Era para el ${day}`,
    withBuilder: (company) => `Ahora lo tiene ${company}`,
    done: (count) => `Listos (${count})`,
    doneMark: 'Listo',
  },

  contact: {
    title: 'Su contratista',
    call: (company) => `Llamar a ${company}`,
    write: (company) => `Escribir a ${company}`,
    about: (project, item) => `${project}: ${item}`,
    phone: 'Teléfono',
    email: 'Correo',
    work: (company) => `Obras de ${company}`,
    picture: (company) => `Una foto de obras de ${company}`,
  },

  milestones: {
    title: 'Hitos de la obra',
    reached: (day) => `Alcanzado el ${day}`,
    next: 'Siguiente',
    planned: (day) => `Previsto para el ${day}`,
    wasPlanned: (day) => `Estaba previsto para el ${day}`,
    lateMark: 'Con retraso',
    earlier: (count) => counted(count, { one: `Mostrar ${count} anterior`, other: `Mostrar ${count} anteriores` }),
    fewer: 'Mostrar menos',
  },

  sections: {
    title: 'Cómo va la obra',
    names: { planning: 'Planificación', execution: 'Ejecución', closeout: 'Cierre' },
    none: 'Aún no hay nada planificado',
  },

  updates: {
    title: 'Últimas noticias',
    older: (count) =>
      counted(count, { one: `Mostrar ${count} noticia anterior`, other: `Mostrar ${count} noticias anteriores` }),
    fetching: 'Buscando las noticias anteriores…',
    failed: 'No se pudieron obtener las noticias anteriores.',
    again: 'Intentar de nuevo',
    shown: (count) =>
      counted(count, {
        one: `Se muestra ${count} noticia anterior.`,
        other: `Se muestran ${count} noticias anteriores.`,
      }),
    fewer: 'Mostrar solo las últimas',
    photo: (day) => `Foto que llegó con la noticia del ${day}`,
  },

  photos: {
    title: 'Fotos',
    untitled: (day) => `Foto compartida el ${day}`,
    shared: (day) => `Compartida el ${day}`,
    all: (count) => counted(count, { one: `Mostrar ${count} foto`, other: `Mostrar las ${count} fotos` }),
    fewer: 'Mostrar menos',
    place: (number, count) => `${number} de ${count}`,
    previous: 'Foto anterior',
    next: 'Foto siguiente',
    close: 'Cerrar',
    missing: 'No se pudo cargar esta foto.',
  },

  documents: {
    title: 'Documentos',
    kinds: { pdf: 'PDF', word: 'Documento de Word', sheet: 'Hoja de cálculo', other: 'Documento' },
    shared: (day) => `compartido el ${day}`,
    download: 'se abre como descarga',
  },

  foot: {
    whoSees: (company) =>
      `Esta página la pueden ver ${company}, las personas invitadas y quien tenga un enlace a ella. Desde aquí no se puede cambiar nada.`,
    visits: (company) => `${company} puede ver cuándo se abrió por última vez un enlace a esta página.`,
    confirmed: (company, moment) => `Confirmado por última vez el ${moment} por ${company}.`,
    printed: (moment) => `Impreso con la información del ${moment}`,
    print: 'Imprimir esta página',
    account: 'Su cuenta',
  },

  newLink: {
    title: '¿Necesita un enlace nuevo?',
    text: 'Use la dirección de correo que su contratista tiene de usted.',
    email: 'Su correo electrónico',
    send: 'Enviarme un enlace nuevo',
    sending: 'Pidiendo…',
    wrongAddress: 'Escriba una dirección de correo completa, como ana@example.com.',
    sent: 'Gracias. Si hay una entrada a este proyecto para esa dirección, ya va en camino por correo. Mire también en el correo no deseado.',
    sentNothing: 'Si en unos minutos no llega nada, pida un enlace a su contratista.',
    other: 'Usar otra dirección',
    tooOften: (minutes) =>
      counted(minutes, {
        one: 'Se pidió demasiadas veces. Inténtelo de nuevo en un minuto.',
        other: `Se pidió demasiadas veces. Inténtelo de nuevo en ${minutes} minutos.`,
      }),
    failed: 'No se pudo enviar. Inténtelo de nuevo en un momento.',
  },

  pages: {
    noAccess: {
      title: 'Abra de nuevo el enlace de su contratista',
      text: 'Esta página pertenece a un solo proyecto y se abre únicamente desde el mensaje que le envió su contratista. Búsquelo en su correo o en sus mensajes y siga de nuevo el enlace.',
      account: 'Si su contratista le invitó y usted creó una cuenta, inicie sesión y la página se abrirá.',
      signIn: 'Iniciar sesión',
    },
    deadLink: {
      unknown: {
        title: 'Este enlace no funciona',
        text: 'Quizá llegó incompleto. Abra de nuevo el mensaje de su contratista y siga el enlace entero, o pida uno nuevo.',
      },
      revoked: {
        title: 'Este enlace fue desactivado',
        text: 'Su contratista lo ha cerrado, así que el proyecto ya no se muestra aquí. Si aún lo necesita, pídale un enlace nuevo.',
      },
      removed: {
        title: 'Ya no tiene acceso a este proyecto',
        text: 'Su contratista ha cerrado su acceso. Si cree que es un error, consúltelo con él.',
      },
      expired: {
        title: 'Este enlace ha caducado',
        text: 'Se hizo para funcionar hasta cierto día. Si aún lo necesita, pida un enlace nuevo.',
      },
    },
    signedOut: {
      title: 'Su sesión está cerrada',
      text: 'El proyecto ya no se muestra aquí. Inicie sesión de nuevo para continuar.',
    },
    notReady: {
      title: 'Su página se está preparando',
      text: 'El proyecto se creó hace un momento. Esta página se abrirá sola en cuanto esté lista.',
    },
    unavailable: {
      title: 'Ahora mismo no podemos mostrar su página',
      text: 'Algo de nuestro lado no responde. Usted no hizo nada mal y no tiene que hacer nada: esta página se abrirá sola en cuanto sea posible.',
      again: 'Intentar de nuevo',
      asking: 'Intentando…',
      notYet: 'Todavía no. Seguimos intentándolo.',
    },
  },

  changes: {
    overall: (percent) => `El avance total es ahora del ${percent} por ciento.`,
    section: (name, percent) => `${name}: ahora ${percent} por ciento.`,
    reached: (name) => `Hito alcanzado: ${name}.`,
    milestone: (name) => `Hito modificado: ${name}.`,
    milestoneNew: (name) => `Hito nuevo: ${name}.`,
    yourTurn: (title) => `Espera por usted: ${title}.`,
    itemDone: (title) => `Listo: ${title}.`,
    withBuilder: (title) => `Ahora lo tiene su contratista: ${title}.`,
    item: (title) => `Modificado: ${title}.`,
    update: (text) => `Noticia nueva: ${text}`,
    shared: (title) => `Compartido ahora: ${title}.`,
    photo: 'Hay una foto nueva.',
    finish: (day) => `El fin previsto es ahora el ${day}.`,
    noFinish: 'Por ahora no hay fin previsto.',
    status: {
      planning: 'El proyecto se está planificando.',
      active: 'La obra está en marcha.',
      on_hold: 'La obra está en pausa.',
      completed: 'La obra está terminada.',
      archived: 'El proyecto está cerrado.',
    },
    welcome: 'El mensaje de su contratista ha cambiado.',
    more: (count) => counted(count, { one: `Y ${count} cambio más.`, other: `Y ${count} cambios más.` }),
  },
});
