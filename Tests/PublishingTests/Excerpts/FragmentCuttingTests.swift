import Testing
import WebText

@testable import Publishing

@Suite struct FragmentCuttingTests {
    private static let formula = Fragment.formula(Formula(nodes: [.text("x = y")], isBlock: false))
    private static let text = [
        Fragment.text("abc"), .element(.init(tag: .em, children: [.text("de")])), formula, .text("fgh"),
    ]

    private static func prefix(_ count: Int) -> [Fragment] {
        var left = count
        return text.compactMap { $0.prefix(&left) }
    }

    @Test func theFirstCharactersStandInTheirElements() {
        #expect(Self.prefix(2) == [.text("ab")])
        #expect(Self.prefix(4) == [.text("abc"), .element(.init(tag: .em, children: [.text("d")]))])
        #expect(Self.prefix(11) == Array(Self.text.dropLast()) + [.text("f")])
        #expect(Self.prefix(0).isEmpty && Self.prefix(99) == Self.text)
    }

    /// It can't be cut, and what stands behind it would say something else.
    @Test(arguments: 5...9) func aFormulaThatDoesNotFitEndsTheText(count: Int) {
        #expect(Self.prefix(count) == Array(Self.text.prefix(2)))
    }

    @Test func whatIsLeftBehindTheFirstCharactersStaysInItsElements() {
        let whole = Fragment.element(.init(tag: .em, children: Self.text))
        #expect(whole.dropping(0) == whole && whole.dropping(13) == nil)
        #expect(
            whole.dropping(4)
                == .element(
                    .init(
                        tag: .em,
                        children: [
                            .element(.init(tag: .em, children: [.text("e")])), Self.formula, .text("fgh"),
                        ])))
        #expect(whole.dropping(6) == .element(.init(tag: .em, children: [.text("fgh")])))
    }
}
