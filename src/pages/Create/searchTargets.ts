import { type FoundTarget } from '../../domain/foundTarget';

/**
 * The targets whose name, resource group or id holds every word; those of the wanted ARM kind first, as others of the
 * same type can't be connected.
 */
export function searchTargets(targets: readonly FoundTarget[], text: string, armKind: string): FoundTarget[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ kind }: FoundTarget) => armKind === '' || kind.toLowerCase() === armKind.toLowerCase();
  const matching = targets.filter(({ id, name, resourceGroup }) => {
    const where = `${id}\n${name}\n${resourceGroup}`.toLowerCase();
    return id !== '' && words.every((word) => where.includes(word));
  });
  return [...matching.filter(fits), ...matching.filter((target) => !fits(target))];
}
