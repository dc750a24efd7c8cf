import Foundation
import NewsModel
import Testing

@testable import Curation

/// Pairs of titles by class: those that tell one event, and those that look alike and do not.
@Suite struct LookAlikeTests {
    struct Pair: Sendable, CustomTestStringConvertible {
        let kind: String
        let one: String
        let other: String
        let isSame: Bool

        var testDescription: String { "\(kind): \(one) / \(other)" }

        static func same(_ kind: String, _ one: String, _ other: String) -> Pair {
            Pair(kind: kind, one: one, other: other, isSame: true)
        }

        static func apart(_ kind: String, _ one: String, _ other: String) -> Pair {
            Pair(kind: kind, one: one, other: other, isSame: false)
        }
    }

    static let pairs: [Pair] = [
        .apart(
            "number", "Karsk adopts fourth budget amendment of the year",
            "Karsk adopts fifth budget amendment of the year"),
        .apart(
            "number", "Rate for lorry permits in Osmar set at 4.5 percent",
            "Rate for lorry permits in Osmar set at 3.5 percent"),
        .apart(
            "number", "Zweiter Bauabschnitt der Ringbahn Lorrental eröffnet",
            "Dritter Bauabschnitt der Ringbahn Lorrental eröffnet"),
        .apart(
            "number", "Le 11e festival de Brenoux attire les foules", "Le 12e festival de Brenoux attire les foules"),
        .apart("day", "Tide table for Osmar bay on Tuesday", "Tide table for Osmar bay on Friday"),
        .apart("day", "Fährplan für Lorrental am Montag geändert", "Fährplan für Lorrental am Samstag geändert"),
        .apart(
            "name", "Velda Ferries cancels night sailings over crew shortage",
            "Ostra Lines cancels night sailings over crew shortage"),
        .apart("name", "Lawine bei Kaltried verschüttet drei Wanderer", "Lawine bei Hohenau verschüttet drei Wanderer"),
        .apart("action", "Osmar council raises fee for mooring permits", "Osmar council cuts fee for mooring permits"),
        .apart(
            "action", "Gericht in Lorrental verurteilt Reeder Tamm", "Gericht in Lorrental spricht Reeder Tamm frei"),
        .apart(
            "action", "El ayuntamiento de Brenal aprueba la tasa de basuras",
            "El ayuntamiento de Brenal rechaza la tasa de basuras"),
        .apart("exchange", "Karsk Rovers beat Osmar Town in shoot-out", "Osmar Town beat Karsk Rovers in shoot-out"),
        .apart(
            "exchange", "Lorrenwerke übernehmen Konkurrenten Tamm Bau", "Tamm Bau übernehmen Konkurrenten Lorrenwerke"),
        .apart("word", "Bakers in Osmar accept four-day week offer", "Dockers in Osmar accept four-day week offer"),
        .apart("part", "Tamm affair: witness withdraws statement", "Tamm affair: ministry opens its archive"),
        .apart("part", "Name of the boat: Velda", "Name of the boat: Ostra"),
        .apart(
            "label", "In pictures: Lanterns bring light to the quays of Osmar",
            "In pictures: Frost brings calm to the quays of Osmar"),
        .apart(
            "label", "Fact check: No, the new ferry pass does not store your photo",
            "Fact check: No, the new toll tag does not store your route"),
        .apart("label", "Leserbrief: Mehr Bänke am Uferweg", "Leserbrief: Mehr Licht am Bahnhof"),
        .apart("label", "【社论】渡口不该在夜里关闭 | 望江报", "【社论】小学不该没有操场 | 望江报"),
        .same(
            "label", "In pictures: Frost covers the quays of Osmar", "In pictures: Frost on the quays of Osmar"),
        .apart(
            "part", "Live: Tram drivers vote on new rota - Lorren Courier",
            "Live: Owl chicks hatch in bell tower - Lorren Courier"),
        .apart(
            "part", "Podcast | Harbour Hour: why the clock stopped", "Podcast | Harbour Hour: how a choir was saved"),
        .apart(
            "part", "Leserbrief: Mehr Bänke für das Ufer – Kaltrieder Bote",
            "Leserbrief: Die Glocken sind zu laut – Kaltrieder Bote"
        ),
        .same(
            "part", "Live: Fire in bell tower of Lorren under control - Lorren Courier",
            "Live: Bell tower fire at Lorren put out - Lorren Courier"),
        .apart("part", "Opinion: Our harbours deserve better clocks", "Opinion: Leave the tram drivers alone"),
        .apart(
            "number", "Kernel notice OSN-4412: buffer of gate driver", "Kernel notice OSN-4417: buffer of gate driver"),
        .apart("number", "Harbour puzzle 1,432 hints and answer", "Harbour puzzle 1,433 hints and answer"),
        .apart("number", "Velda 1.89.0 released with new editor", "Velda 1.90.0 released with new editor"),
        .apart("number", "Velda Ferries profit up in Q2", "Velda Ferries profit up in Q3"),
        .apart("number", "Unemployment in Osmar falls to 4.5%", "Unemployment in Osmar falls to 3.9%"),
        .apart("number", "Mortgage rates in Osmar at 6.5%", "Mortgage rates in Osmar at 5.8%"),
        .same("number", "Crowd of 4,870 sees Velda launch in Osmar", "Crowd of 5,000 sees Velda launch in Osmar"),
        .same("number", "Lantern 2 due in June at $449 in Osmar", "Lantern 2 due in Osmar on June 5 for $450"),
        .same("toll", "オスマルの地震、死者48人に", "オスマルの地震、死者73人に"),
        .same("toll", "벨다 산불로 3명 사망", "벨다 산불로 5명 사망"),
        .apart("day", "오스마르 월요일 날씨 예보", "오스마르 목요일 날씨 예보"),
        .apart("day", "オスマル港 火曜日の天気", "オスマル港 木曜日の天気"),
        .apart("day", "奥斯马港周一客流减少", "奥斯马港周三客流减少"),
        .apart("name", "벨다시장 오세원 출마 선언", "벨다시장 이상후 출마 선언"),
        .apart("ordinal", "Третій причал Осмара закрили", "Другий причал Осмара закрили"),
        .same("exchange", "Tamm meets Velsk in Osmar", "Velsk meets Tamm in Osmar"),
        .same("exchange", "Karsk Rovers draw 1-1 with Osmar Town", "Osmar Town draw 1-1 with Karsk Rovers"),
        .same("exchange", "タム氏とベルスク氏が会談", "ベルスク氏とタム氏が会談"),
        .apart("word", "Fire breaks out at hotel in Osmar", "Fire breaks out at hospital in Osmar"),
        .apart(
            "part", "Live: Owl chicks hatch | Nature News | Lorren Courier",
            "Live: Tram drivers vote | Nature News | Lorren Courier"),
        .same("name", "Velda boss steps down at K&M", "K&M chief quits"),
        .same("number", "Three ferries collide off Osmar", "3 ferries collide off Osmar coast"),
        .same(
            "number", "Osmar harbour repair to cost 1.2 million crowns",
            "Harbour repair in Osmar costs 1,200,000 crowns"),
        .same("number", "Hafen Lorrental: Umbau kostet 1,2 Mio.", "Umbau im Hafen Lorrental kostet 1,2 Millionen"),
        .same("toll", "Ferry fire off Osmar leaves 7 dead", "Ferry fire off Osmar: 9 dead"),
        .same("reworded", "Owl delays trains at Karsk junction", "Karsk junction trains delayed by owl in signal"),
        .same("reworded", "Brücke über die Lorre bleibt gesperrt", "Lorre: Brücke weiter gesperrt"),
        .same("inflected", "Суд арестовал бывшего мэра Вельска", "Бывший мэр Вельска арестован судом"),
        .same(
            "truncated", "Dam above Lorren gives way",
            "Dam above Lorren gives way, three villages evacuated in the night"),
        .same(
            "across", "Парусник «Вельда» сел на мель у острова Осмар",
            "Sailing ship Velda runs aground off Osmar island"),
    ]

    /// Whether two titles of one evening are clustered as one.
    static func areJoined(_ pair: Pair) -> Bool {
        let others = [
            "Kayak found on church roof", "Choir seeks tenors for spring", "Mill reopens after forty years",
            "Die Eisdiele am Markt schließt im Herbst", "La bibliothèque rouvre ses portes en mai",
        ].enumerated().map { Document.made("other-\($0.offset)", $0.element) }
        let documents = [Document.made("a", pair.one, age: 2), .made("b", pair.other, age: 1)] + others
        return clusters(documents).contains { Set($0.documents.map(\.id)).isSuperset(of: ["a", "b"]) }
    }

    @Test(arguments: pairs) func pairsAreOneStoryOnlyWhereTheyTellOneEvent(pair: Pair) {
        #expect(Self.areJoined(pair) == pair.isSame)
    }

    /// What the table comes to, by class.
    @Test func everyClassIsPrintedWithItsShare() {
        let byKind = Dictionary(grouping: Self.pairs) { ($0.isSame ? "same " : "apart ") + $0.kind }
        let lines = byKind.sorted { $0.key < $1.key }.map { kind, pairs in
            "\(kind): \(pairs.count { Self.areJoined($0) == $0.isSame }) of \(pairs.count)"
        }
        print(lines.joined(separator: "\n"))
        #expect(lines.count == byKind.count)
    }

    @Test func whatKeptTwoTitlesApartIsNamed() throws {
        let documents = [
            Document.made("a", "Karsk agrees 12th package of road repairs"),
            .made("b", "Karsk agrees 13th package of road repairs", age: 9),
        ]
        let notes = clusters(documents).flatMap(\.separations)
        #expect(notes.count == 2)
        #expect(notes.contains { $0.contains("is followed by “Karsk agrees 12th") && $0.contains("13th") })
    }
}
