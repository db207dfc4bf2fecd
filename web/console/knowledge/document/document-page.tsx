/** One document: its pages beside its passages. */
export default function DocumentPage({ id }: { id: string }) {
  return <p>{id}</p>;
}
