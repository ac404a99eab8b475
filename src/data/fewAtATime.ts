// Of a browser's six connections to a server, some stay free for everything else.
const FEW = 4;

/** Runs a task for each item, a few at a time, and answers in the items' order. */
export async function fewAtATime<Item, Result>(
  items: readonly Item[],
  task: (item: Item) => Promise<Result>
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const work = async () => {
    for (const [i, item] of queue) {
      results[i] = await task(item);
    }
  };
  await Promise.all(Array.from({ length: FEW }, work));
  return results;
}
