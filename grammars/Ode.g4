/*
 * The input language of prolong (docs/language.md) and of its rule files (rules/).
 *
 * No word is reserved: a keyword is one only where the grammar needs it, elsewhere it is an ordinary name (rule `name`).
 * Chains of + - * / ^ and of comparisons are lists, not trees, so that their length never becomes depth.
 * Line ends inside brackets are dropped before parsing, and the text is cut into statements at the others and at semicolons; the entry
 * rules below therefore read one statement each.
 */
grammar Ode;

@header {
package dev.prolong.syntax.grammar;
}

// ---- entries -------------------------------------------------------------------------------------------------------------------

statementEntry  : statement EOF ;
expressionEntry : condition EOF ;
claimsEntry     : claim (',' claim)* EOF ;
ansatzEntry     : ansatz EOF ;
rowEntry        : row EOF ;

// ---- statements ----------------------------------------------------------------------------------------------------------------

statement
    : SYSTEM name                                                   # systemStatement
    | INDEPENDENT name                                              # independentStatement
    | PARAMETERS parameter (',' parameter)*                         # parametersStatement
    | STATES declared (',' declared)*                               # statesStatement
    | FUNCTION name (',' name)*                                     # functionStatement
    | ACTIVATION name '(' name ')' '=' condition                    # activationStatement
    | ANSATZ ansatz                                                 # ansatzStatement
    | BACKPROPAGATION (renaming (',' renaming)*)?                   # backpropagationStatement
    | (ENCODER | DECODER) declared (',' declared)?                  # layerStatement
    | LAGRANGIAN name '=' condition                                 # lagrangianStatement
    | condition '=' condition (FOR range (',' range)*)?             # equationStatement
    ;

parameter : declared (relation sign* NUMBER)? ;
declared  : name ('[' bounds (',' bounds)* ']')? ;
bounds    : sum ('..' sum)? ;
extent    : sum '..' sum ;
range     : name IN extent ;
renaming  : name FOR name ;

ansatz
    : name NUMBER?                                                  # namedAnsatz
    | dependence (',' dependence)*                                  # explicitAnsatz
    ;
dependence : name '(' (name (',' name)*)? ')' ;

claim : name ('[' sum (',' sum)* ']')? (':' | '=') condition ;

// ---- rule files ----------------------------------------------------------------------------------------------------------------

row         : name rowName (',' rowName)* '(' rowVariable (',' rowVariable)* ')' '{' property? ((';' | NEWLINE) property?)* '}' ;
rowName     : name ;
rowVariable : name ('=' condition)? ;
property    : name '=' condition (',' condition)* ;

// ---- expressions ---------------------------------------------------------------------------------------------------------------

condition   : conjunction (OR conjunction)* ;
conjunction : comparison (AND comparison)* ;
comparison  : sum (relation sum)* ;
relation    : '<' | '<=' | '>' | '>=' | '==' | '!=' ;
sum         : term (('+' | '-') term)* ;
term        : factor (('*' | '/') factor)* ;
factor      : sign* power ;
power       : primary (caret exponent)* ;
exponent    : sign* primary ;
sign        : '+' | '-' ;

primary
    : NUMBER                                                        # number
    | name caret NUMBER name '/' name caret NUMBER                  # leibniz
    | name prime* '(' (argument (',' argument)*)? ')'               # call
    | name '[' sum (',' sum)* ']' prime*                            # indexed
    | name prime*                                                   # reference
    | '(' condition ')'                                             # parenthesised
    ;
caret : '^' | '**' ;
prime : '\'' ;

argument
    : range                                                         # rangeArgument
    | condition (':' condition)?                                    # plainArgument
    ;

name
    : NAME | SYSTEM | INDEPENDENT | PARAMETERS | STATES | FUNCTION | ACTIVATION | ENCODER | DECODER | ANSATZ | BACKPROPAGATION | LAGRANGIAN
    | FOR | IN | AND | OR
    ;

// ---- words and signs -----------------------------------------------------------------------------------------------------------

SYSTEM          : 'system' ;
INDEPENDENT     : 'independent' ;
PARAMETERS      : 'parameters' ;
STATES          : 'states' ;
FUNCTION        : 'function' ;
ACTIVATION      : 'activation' ;
ENCODER         : 'encoder' ;
DECODER         : 'decoder' ;
ANSATZ          : 'ansatz' ;
BACKPROPAGATION : 'backpropagation' ;
LAGRANGIAN      : 'lagrangian' ;
FOR             : 'for' ;
IN              : 'in' ;
AND             : 'and' ;
OR              : 'or' ;

PLUS : '+' ;  MINUS : '-' ;  TIMES : '*' ;  OVER : '/' ;  CARET : '^' ;  STARS : '**' ;
LESS : '<' ;  LESS_EQUAL : '<=' ;  GREATER : '>' ;  GREATER_EQUAL : '>=' ;  EQUAL : '==' ;  UNEQUAL : '!=' ;
ASSIGN : '=' ;  COMMA : ',' ;  COLON : ':' ;  DOTS : '..' ;  PRIME : '\'' ;
OPEN : '(' ;  CLOSE : ')' ;  OPEN_INDEX : '[' ;  CLOSE_INDEX : ']' ;  OPEN_BLOCK : '{' ;  CLOSE_BLOCK : '}' ;
SEMICOLON : ';' ;
NEWLINE   : '\n' ;

NUMBER : DIGIT+ ('.' DIGIT+)? EXPONENT? | '.' DIGIT+ EXPONENT? ;
NAME   : '_'* LETTER (LETTER | DIGIT | '_')* ;

BLANK   : [ \t\f\u00A0\u2009\u202F]+ -> skip ;
COMMENT : '#' ~[\n]* -> skip ;
UNKNOWN : . ;

fragment DIGIT    : [0-9] ;
fragment EXPONENT : [eE] [+-]? DIGIT+ ;
fragment LETTER   : [A-Za-z] | GREEK ;
fragment GREEK    : [\u0391-\u03A1\u03A3-\u03A9\u03B1-\u03C9\u03D1\u03D5\u03D6\u03F0\u03F1\u03F5] ;
