package org.wangge.issue.reply;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wangge.issue.Contact;
import org.wangge.issue.Contacts;
import org.wangge.issue.IssueId;
import org.wangge.notice.IssuePhones;
import reactor.core.publisher.Mono;

/// Where text messages about an issue go, when its reporter has no account.
@Component
class ContactPhones implements IssuePhones {
    private final Contacts contacts;

    ContactPhones(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public Mono<String> of(UUID issueId) {
        return contacts.of(new IssueId(issueId)).mapNotNull(Contact::phone);
    }
}
