package org.wangge.venue;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wangge.graphql.SharedFields;

/// What is told of venues is the same for everybody.
@Configuration(proxyBeanMethods = false)
class SharedVenues {
    @Bean
    SharedFields sharedFieldsOfVenues() {
        return SharedFields.of("VenueBooking.venue", "Venue.grid", "Venue.location");
    }
}
