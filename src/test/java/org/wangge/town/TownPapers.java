package org.wangge.town;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.wangge.access.Personal;
import org.wangge.access.personal.CellPlace;
import org.wangge.access.personal.Keyring;
import org.wangge.resident.IdDocument;
import org.wangge.resident.IdDocumentType;

/// The id documents and phones of those who live in the [TownHomes].
public final class TownPapers {
    /// Of 刘工 no id document is kept, and none of those who live here no more.
    private static final Map<TownThing, IdDocument> PAPERS = Map.ofEntries(
            card(TownHomes.ZHANG_WEI, "99999919850501001"),
            card(TownHomes.LI_NA, "99999919870808002"),
            card(TownHomes.ZHANG_XIAOBAO, "99999920160601003"),
            card(TownHomes.JI, "99999919901231005"),
            card(TownHomes.WANG_FANG, "99999919920308006"),
            card(TownHomes.AYGUL, "99999919791111008"),
            card(TownHomes.ALI, "99999919750707009"),
            card(TownHomes.OUYANG_JING, "99999919940404010"),
            card(TownHomes.CHEN_DASHAN, "99999919401001011"),
            card(TownHomes.CHEN_XIAOMING, "99999920150901013"),
            card(TownHomes.HE_QIANG, "99999920010101015"),
            Map.entry(TownHomes.SMITH, new IdDocument(IdDocumentType.PASSPORT, "X99900015")));
    private static final List<TownThing> HAVE_PHONES = List.of(
            TownHomes.ZHANG_WEI,
            TownHomes.LI_NA,
            TownHomes.JI,
            TownHomes.WANG_FANG,
            TownHomes.AYGUL,
            TownHomes.ALI,
            TownHomes.OUYANG_JING,
            TownHomes.CHEN_DASHAN,
            TownHomes.HE_QIANG,
            TownHomes.SMITH);

    private final Connection connection;
    private final Keyring keyring;

    TownPapers(Connection connection, Keyring keyring) {
        this.connection = connection;
        this.keyring = keyring;
    }

    /// The number of the id document: 张伟 has 99999919850501001 and its check digit.
    public static String idDocumentOf(TownThing resident) {
        return Objects.requireNonNull(PAPERS.get(resident)).number();
    }

    /// 张伟 has 10000000001, 李娜 10000000002 and so on; children and 刘工 have none.
    public static String phoneOf(TownThing resident) {
        return "100%08d".formatted(resident.number());
    }

    void write() throws SQLException {
        for (var resident : PAPERS.entrySet()) {
            idDocument(resident.getKey(), resident.getValue());
        }
        for (var resident : HAVE_PHONES) {
            phone(resident);
        }
    }

    private void idDocument(TownThing resident, IdDocument document) throws SQLException {
        TownPeople.insert(
                connection,
                """
                update resident
                set id_document_type = ?, id_document_cell = ?, id_document_index = ?, id_document_mask = ?
                where id = ?""",
                document.type().name(),
                keyring.seal(document.number(), new CellPlace("resident.id_document", resident.uuid())),
                keyring.index("resident.id_document", document.number()),
                Personal.idDocument(document.number()).display(),
                resident.uuid());
    }

    private void phone(TownThing resident) throws SQLException {
        TownPeople.insert(
                connection,
                "update resident set phone_cell = ?, phone_index = ?, phone_mask = ? where id = ?",
                keyring.seal(phoneOf(resident), new CellPlace("resident.phone", resident.uuid())),
                keyring.index("resident.phone", phoneOf(resident)),
                Personal.phone(phoneOf(resident)).display(),
                resident.uuid());
    }

    private static Map.Entry<TownThing, IdDocument> card(TownThing resident, String seventeen) {
        return Map.entry(resident, new IdDocument(IdDocumentType.RESIDENT_ID, IdDocument.completed(seventeen)));
    }
}
