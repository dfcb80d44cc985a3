import { graphql } from 'relay-runtime';

export const feed = graphql`
  subscription IssueFeedSubscription($within: ID, $after: EventCursor) {
    issueEvents(filter: { within: $within }, after: $after) {
      __typename
      cursor
      ... on IssueEvent {
        move
        at
        issue {
          ...IssueLine_issue
        }
      }
      ... on IssueLeftScope {
        issueId
      }
      ... on FeedCheckpoint {
        caughtUp
      }
    }
  }
`;
