import { graphql } from 'relay-runtime';

export const line = graphql`
  fragment IssueLine_issue on Issue @refetchable(queryName: "IssueLineAgainQuery") @throwOnFieldError {
    title
    caseNo
    status
    version
    grid {
      name
    }
    actions {
      move
      label
      allowed
    }
  }
`;

export const accept = graphql`
  mutation IssueLineAcceptMutation($input: AcceptIssueInput!) {
    acceptIssue(input: $input) {
      issue {
        ...IssueLine_issue
      }
      refusal {
        __typename
        code
        message
        ... on StaleVersion {
          current
        }
        ... on DuplicateSuspected {
          candidates {
            id
            title
          }
        }
      }
      cursor
    }
  }
`;

export const report = graphql`
  mutation IssueLineReportMutation($input: ReportIssueInput!, $connections: [ID!]!) {
    reportIssue(input: $input) {
      issue @prependNode(connections: $connections, edgeTypeName: "IssueEdge") {
        ...IssueLine_issue
      }
      refusal {
        code
        message
      }
    }
  }
`;
