/** What a unit, a provider or a person has of one kind: a query of the organisation table’s index by owner. */
export const byOwner = (owner: string, begins: string) => ({
  index: 'byOwner',
  condition: {
    KeyConditionExpression: '#owner = :owner AND begins_with(#listed, :begins)',
    ExpressionAttributeNames: { '#owner': 'owner', '#listed': 'listed' },
    ExpressionAttributeValues: { ':owner': owner, ':begins': begins },
  },
  newestFirst: false,
  pointer: '/query/cursor' as const,
  sortAttributes: ['listed'],
});
