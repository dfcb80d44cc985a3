package org.wangge.organisation.agency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.wangge.graphql.Node;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;

/// What an agency is paid for (政府购买服务合同). Contracts are public, as the law on procurement has it.
///
/// @param amount in yuan
/// @param signer who signed it for the subdistrict: they never evaluate it
record ServiceContract(
        ServiceContractId id,
        ServiceAgencyId agencyId,
        GridId gridId,
        GridKey gridKey,
        String title,
        int amount,
        LocalDate fromOn,
        LocalDate toOn,
        ContractStatus status,
        String signer,
        Instant signedAt,
        int version)
        implements Node {
    UUID uuid() {
        return id.value();
    }
}
