import Handlebars from 'handlebars';

/**
 * Texts that a template may render, so many that each branch of each condition stands in one of them: a value is "x",
 * a list has two rows or none. For a template that keeps the other rules of the checker.
 */
export function renderingsOf(source: string, partials: ReadonlyMap<string, string>): readonly string[] {
  const ofProgram = (program: hbs.AST.Program | undefined): readonly string[] =>
    (program?.body ?? []).map(ofStatement).reduce(inSequence, ['']);

  const ofStatement = (statement: hbs.AST.Statement): readonly string[] => {
    switch (statement.type) {
      case 'ContentStatement':
        return [(statement as hbs.AST.ContentStatement).value];
      case 'MustacheStatement':
        return ['x'];
      case 'PartialStatement': {
        const { name } = statement as hbs.AST.PartialStatement;
        return renderingsOf(partials.get((name as hbs.AST.PathExpression).original) ?? '', partials);
      }
      case 'BlockStatement': {
        const { path, program, inverse } = statement as hbs.AST.BlockStatement;
        const inside = ofProgram(program);
        const isList = (path as hbs.AST.PathExpression).original === 'each';
        return [...(isList ? inside.map((row) => row + row) : inside), ...ofProgram(inverse)];
      }
      default:
        return [''];
    }
  };

  return ofProgram(Handlebars.parse(source));
}

/** Both one after the other, each alternative of either at least once. */
function inSequence(first: readonly string[], second: readonly string[]): readonly string[] {
  const count = Math.max(first.length, second.length);
  return Array.from(
    { length: count },
    (_, at) => (first[at] ?? first[0] ?? '') + (second[at] ?? second[0] ?? ''),
  );
}
