import type { UiWords } from './english';
import type { CountedWords } from './plural';

export const spanish = (counted: CountedWords): UiWords => ({
  complete: 'completado',
  percentComplete: (percent) => `${percent} por ciento completado`,
  nothingPlanned: 'Aún no hay nada planificado',
  daysLeft: (days) => counted(days, { one: 'día restante', other: 'días restantes' }),
  dueToday: 'Termina hoy',
  daysPast: (days) =>
    counted(days, { one: 'día después de la fecha prevista', other: 'días después de la fecha prevista' }),
  still: {
    on_hold: 'En pausa',
    completed: 'Terminado',
    archived: 'Archivado',
    no_date: 'Aún sin fecha de fin',
  },
});
