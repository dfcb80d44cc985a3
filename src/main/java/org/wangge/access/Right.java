package org.wangge.access;

/// One thing that somebody may see or do, somewhere in the tree. Which role holds which stands at
/// [Role]: together they are the permission matrix.
public enum Right {
    /// The ledger of residents, households and premises, masked.
    LEDGER,
    /// Residents who need help, masked, with what they need.
    CARE,
    /// To find and reveal a resident of the subdistrict in an emergency.
    EMERGENCY,
    /// To correct a resident's record.
    CORRECT,
    /// To decide what residents ask about their records.
    DECIDE,
    /// Figures of few people.
    STATISTICS,
    /// Members whose card is not public.
    PERSONNEL,
    /// The posts of the command centre and whose turn it is.
    DUTY,
    /// To put members in charge, and to relieve them.
    APPOINT,
    /// To put things on the duty list of grid staff, and to take them off.
    ADMIT,
    /// All issues, whatever their confidentiality.
    ISSUES,
    /// To set how long issues may take and which days are worked.
    CLOCKS,
    /// To say whom issues of a category go to.
    ROUTE,
    /// To open venues, and to keep organisations, teams, volunteers and certificates.
    SOCIETY,
    /// To hold activities, and to book venues.
    ORGANISE,
    /// To sign contracts with agencies, and to evaluate them.
    PROCURE,
    /// To carry livelihood projects from a wish to their acceptance.
    PROJECTS,
    /// All deliberation, whether open to those who live there or not.
    MEETINGS,
    /// To set up councils, to take topics on, and to call meetings and record them.
    CONVENE,
    /// To draft, publish and withdraw notices.
    PUBLICITY,
    /// To administer accounts.
    ACCOUNTS,
    /// To grant roles and unlock accounts.
    GRANTS,
    /// To read the logs of sign-ins, grants and disclosures.
    AUDIT,
    /// To rotate the keys of personal values.
    KEYS
}
