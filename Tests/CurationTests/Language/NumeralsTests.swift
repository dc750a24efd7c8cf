import Testing

@testable import Curation

@Suite struct NumeralsTests {
    private func values(_ text: String) -> [Double] { Numerals.read(Tokenizer.words(of: text)).compactMap(\.value) }

    @Test(
        arguments: [
            ("1.2 million", 1_200_000), ("1,200,000", 1_200_000), ("1,2 Mio.", 1_200_000), ("1.200.000", 1_200_000),
            ("1 200 000", 1_200_000), ("two hundred thousand", 200_000), ("200 000", 200_000), ("200 tys.", 200_000),
            ("fifty-one", 51), ("51km", 51), ("a dozen", 12), ("900m", 900_000_000), ("$3.5bn", 3_500_000_000),
            ("1 миллиард 700 миллионов", 1_700_000_000), ("1,7 млрд", 1_700_000_000), ("二千万", 20_000_000),
            ("2000万", 20_000_000), ("三万", 30_000), ("0.195", 0.195), ("2,50", 2.5), ("dreißig", 30), ("quarante", 40),
            ("mil millones", 1_000_000_000), ("twelfth", 12), ("12th", 12),
        ] as [(String, Double)])
    func aNumberHasOneValueHoweverItIsWritten(text: String, value: Double) {
        #expect(values(text) == [value])
    }

    @Test(arguments: ["12.06.2024", "v1.2.0", "once", "Captain Kirk", "F-16a2b", ""])
    func whatIsNoNumberHasNoValueOfItsOwn(text: String) {
        #expect(!values(text).contains { $0 > 20 || $0 == 11 || $0 == 40 })
    }

    @Test func twoNumbersBesideEachOtherStayTwo() {
        #expect(values("in 2020 100 people") == [2020, 100])
        #expect(values("five of 12") == [5, 12])
    }

    @Test func hugeNumbersAreNoCrash() {
        #expect(values(String(repeating: "9", count: 400) + " million billion trillion").count <= 2)
        #expect(Figures.number(1e300) == "1e+300" && Figures.number(12) == "12" && Figures.number(4.5) == "4.5")
    }
}
