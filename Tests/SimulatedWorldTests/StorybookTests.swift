import Testing

@testable import SimulatedWorld

@Suite struct StorybookTests {
    @Test(arguments: Storybook.standard.templates + Storybook.standard.forum)
    func everyHoleOfATemplateCanBeFilled(template: StoryTemplate) {
        let filling = Filling(template, seed: 1, firstDay: 20_780)
        for stage in template.stages {
            for pattern in stage.headlines + stage.summaries + stage.paragraphs {
                let text = filling.text(pattern)
                #expect(!text.contains("{") && !text.contains("}") && !text.contains("  "), "\(text)")
            }
        }
    }

    @Test(arguments: Storybook.standard.templates)
    func aTemplateIsToldByOneOrByMany(template: StoryTemplate) {
        for stage in template.stages {
            #expect(template.isGreat ? stage.headlines.count >= 3 : stage.headlines.count == 1)
            #expect(stage.summaries.count >= (template.isGreat ? 2 : 1))
        }
        #expect(template.isGreat || !template.isDeveloping)
    }

    @Test(arguments: SimulatedSource.Section.allCases)
    func everySectionHasEnoughForAWeek(section: SimulatedSource.Section) {
        let templates = Storybook.standard.templates(of: section)
        #expect(templates.filter { !$0.isGreat }.count >= 41)
        #expect(templates.filter { $0.isGreat && !$0.isDeveloping }.count >= 7)
        #expect(templates.filter(\.isDeveloping).count >= 3)
        #expect(Storybook.standard.words("paragraphs", of: section).count >= 8)
    }

    @Test func templatesHaveNamesOfTheirOwn() {
        let ids = Storybook.standard.templates.map(\.id)
        #expect(Set(ids).count == ids.count)
    }

    @Test func numberedHolesDiffer() {
        let template = StoryTemplate(id: "test", section: .world)
        for day in 0..<200 {
            let places = ["{town}", "{town2}", "{town3}"].map(Filling(template, seed: 1, firstDay: day).text)
            #expect(Set(places).count == 3)
        }
    }

    @Test(arguments: [
        ("3-9", "words for three to nine"), ("100-900/50", "in steps of fifty"), ("a red one | a blue one", "words"),
    ])
    func choicesAreRead(text: String, meaning: String) {
        switch (StoryTemplate.Choice(text), text) {
        case (.number(3...9, 1), "3-9"), (.number(100...900, 50), "100-900/50"): break
        case (.words(["a red one", "a blue one"]), _): break
        default: Issue.record("\(text) was not read as \(meaning)")
        }
    }

    @Test(arguments: [(7, false, "seven"), (7, true, "7"), (12, false, "12"), (4500, false, "4,500"), (0, false, "no")])
    func numbersAreWrittenAsANewspaperDoes(number: Int, inDigits: Bool, text: String) {
        #expect(NumberText.written(number, inDigits: inDigits) == text)
    }

    @Test func whatBeginsASentenceGetsACapital() {
        var template = StoryTemplate(id: "test", section: .world)
        template.choices["what"] = .words(["the tide"])
        let text = Filling(template, seed: 1, firstDay: 1).text("{what} rose. {what} fell with {what}.")
        #expect(text == "The tide rose. The tide fell with the tide.")
    }
}

extension StoryTemplate: CustomTestStringConvertible {
    var testDescription: String { id }
}
