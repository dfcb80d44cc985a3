import { graphql } from 'relay-runtime';

export const query = graphql`
  query IssueListQuery($within: ID, $count: Int!) {
    ...IssueList_issues @arguments(within: $within, count: $count)
    grid(by: { code: "999999001000" }) {
      name
      counts {
        openIssueCount
      }
    }
  }
`;

export const page = graphql`
  fragment IssueList_issues on Query
  @refetchable(queryName: "IssueListNextQuery")
  @argumentDefinitions(within: { type: "ID" }, count: { type: "Int!" }, cursor: { type: "String" }) {
    issues(filter: { within: $within, isOpen: true }, first: $count, after: $cursor)
      @connection(key: "IssueList_issues") {
      edges {
        node {
          ...IssueLine_issue
        }
      }
      asOf
    }
  }
`;
